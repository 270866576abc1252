console.log(JSON.stringify({ args: process.argv.slice(2), node: process.version }));
