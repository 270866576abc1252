import Popup from "antd-mobile/es/components/popup";
import { useIsWide } from "./media.ts";
import { SheetBox, type SheetProps } from "./sheet-box.tsx";
import "./popup-sheet.css";

/** What `Sheet` shows once it is loaded. */
export function PopupSheet(props: SheetProps) {
  const isWide = useIsWide();
  return (
    <Popup
      visible={props.isOpen}
      position={isWide ? "right" : "bottom"}
      destroyOnClose
      onMaskClick={props.onClose}
      bodyClassName="td-sheet"
    >
      <SheetBox {...props} />
    </Popup>
  );
}
