# A Redmine of one company: three projects, their issues, thirty members, a pushing account with the least rights.
# Run inside a folder of Redmine; writes who is who as JSON to the file that SEED names.
require "./config/environment"
require "json"

ActiveRecord::Migration.verbose = false
ActiveRecord::MigrationContext.new(Rails.root.join("db", "migrate").to_s, ActiveRecord::SchemaMigration).migrate
ActiveRecord::Base.descendants.each(&:reset_column_information)
Redmine::DefaultData::Loader.load("zh")
Setting.rest_api_enabled = "1"
Setting.default_language = "zh"

def account(login, firstname, lastname, language = "zh")
  user = User.new(firstname: firstname, lastname: lastname, mail: "#{login}@example.com", language: language)
  user.login = login
  user.password = user.password_confirmation = "a-password-of-#{login}"
  user.tap(&:save!)
end

def role(name, permissions)
  Role.create!(name: name, permissions: permissions).tap { |made| made.copy_workflow_rules(Role.givable.first) }
end

def join(project, user, role)
  Member.create!(project: project, principal: user, roles: [role])
end

ActiveRecord::Base.transaction do
  least = %i[view_issues view_time_entries log_time log_time_for_other_users edit_time_entries edit_issues]
  pushing = role("推送", least)
  working = role("施工", %i[view_issues view_time_entries log_time])
  watching = role("旁观", %i[view_issues view_time_entries])
  admin = User.find_by!(login: "admin")
  admin.update!(must_change_passwd: false, mail: "admin@example.com")

  projects = (1..3).map do |at|
    Project.create!(name: "项目#{at}", identifier: "site-#{at}", is_public: false,
                    enabled_module_names: %w[issue_tracking time_tracking], trackers: Tracker.all.to_a)
  end
  usual = TimeEntryActivity.system.order(:position).to_a
  usual.first.update!(is_default: true)
  # The second project has an activity of its own by the default one's name.
  TimeEntryActivity.create!(name: usual.first.name, parent: usual.first, project: projects[1], active: true)
  field = TimeEntryCustomField.create!(name: "外部编号", field_format: "string", is_filter: true)

  members = (1..30).map { |at| account(format("member%02d", at), "成员#{at}", "陈") }
  pusher = account("pusher", "工时", "推送", "ja")
  worker = account("worker", "伟", "李")
  watcher = account("watcher", "看", "王")
  locked = account("locked", "离职", "张")
  outsider = account("outsider", "外", "赵")
  projects.each do |project|
    (members + [worker, locked]).each { |user| join(project, user, working) }
    join(project, pusher, pushing)
    join(project, watcher, watching)
  end

  issues = projects.zip([230, 20, 5]).map do |project, count|
    (1..count).map do |at|
      Issue.create!(project: project, tracker: project.trackers.first, author: admin, subject: "工序#{at}",
                    priority: IssuePriority.first, assigned_to: members[at % 30]).id
    end
  end
  people = { pusher: pusher, worker: worker, watcher: watcher, locked: locked, outsider: outsider, admin: admin }
  keys = people.transform_values(&:api_key)
  locked.lock!
  File.write(ENV.fetch("SEED"), JSON.generate(
    keys: keys,
    people: people.transform_values { |user| user.id.to_s },
    members: members.map { |user| { id: user.id.to_s, mail: user.mail } },
    projects: projects.zip(issues).map { |project, ids| { id: project.id.to_s, issues: ids.map(&:to_s) } },
    markerField: field.id.to_s,
  ))
end
