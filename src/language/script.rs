//! What the page's script says by itself, where the core can't run or has failed. It stands apart from the messages, so that the
//! wasm does not carry it too.

/// Name and words in the order of [`Language::ALL`](super::Language::ALL); those of an error are called by its code, or by its cause where a code has several.
pub const SCRIPT: &[(&str, [&str; 3])] = &[
    // The browser is below the floor.
    (
        "too-old",
        [
            "这个浏览器太旧，无法显示图表。请升级浏览器，或改用它的“极速模式”。",
            "這個瀏覽器太舊，無法顯示圖表。請更新瀏覽器，或改用較新的瀏覽器。",
            "This browser is too old to draw the chart. Update it, or use a newer one.",
        ],
    ),
    // WebAssembly is forbidden or missing, and so is the script in its stead.
    (
        "wasm-blocked",
        [
            "这里禁用了 WebAssembly，也没能从本脚本所在的文件夹加载 indicator-widgets.nowasm.js。请把该文件放到那里，或在页面中用它代替 indicator-widgets.js。",
            "這裡停用了 WebAssembly，也沒能從本指令碼所在的資料夾載入 indicator-widgets.nowasm.js。請把該檔案放到那裡，或在頁面中用它取代 indicator-widgets.js。",
            "WebAssembly is forbidden here, and indicator-widgets.nowasm.js did not come from this script's folder. Put that file there, or include it in the page in place of indicator-widgets.js.",
        ],
    ),
    // A part of the script is lost.
    (
        "truncated",
        [
            "脚本不完整。请刷新页面；如仍不行，请重新完整上传 indicator-widgets.js。",
            "指令碼不完整。請重新整理頁面；如仍不行，請重新完整上傳 indicator-widgets.js。",
            "This script came incomplete. Load the page again; if that doesn't help, upload indicator-widgets.js once more, whole.",
        ],
    ),
    // Something else in the page has a name of ours.
    (
        "name-clash",
        [
            "本页已有同名的 indicator-chart 或 IndicatorWidgets。请移除它，或放到本脚本之后加载。",
            "本頁已有同名的 indicator-chart 或 IndicatorWidgets。請移除它，或放到本指令碼之後載入。",
            "Something else in this page is already named indicator-chart or IndicatorWidgets. Remove it, or load it after this script.",
        ],
    ),
    // Asked before the core has started.
    (
        "not-ready",
        [
            "尚未就绪：请先等待 IndicatorWidgets.ready。",
            "尚未就緒：請先等待 IndicatorWidgets.ready。",
            "Not ready yet: wait for the promise IndicatorWidgets.ready.",
        ],
    ),
    // The core failed inside.
    (
        "panic",
        [
            "图表内部出错，没有显示。请刷新页面；如仍不行，请把目标标识告诉维护者。",
            "圖表內部出錯，沒有顯示。請重新整理頁面；如仍不行，請把目標識別碼告訴維護者。",
            "The chart failed inside and is not shown. Load the page again; if that doesn't help, tell the maintainers which target it was.",
        ],
    ),
    // What opens the details of an error.
    ("detail", ["给网站管理员的详情", "給網站管理員的詳情", "Details for the webmaster"]),
    // Button: those details onto the clipboard.
    ("copy", ["复制详情", "複製詳情", "Copy the details"]),
    // Said where the browser would not copy them.
    (
        "selected",
        [
            "这里不能自动复制。文字已选中，请按 Ctrl+C。",
            "這裡不能自動複製。文字已選取，請按 Ctrl+C。",
            "Copying is not allowed here. The text is selected: press Ctrl+C.",
        ],
    ),
    // Said where a link asks for what the chart does not have.
    (
        "left-out",
        [
            "链接中有些选项在这里无法显示，已略去。",
            "連結中有些選項在這裡無法顯示，已略去。",
            "Some of the link's choices can't be shown here and were left out.",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_said_in_its_language() {
        for (name, [hans, hant, en]) in SCRIPT {
            assert!(en.is_ascii() && en.len() > 3, "{name}: {en}");
            let chinese = |text: &str| text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
            assert!(chinese(hans) && chinese(hant) && hans != hant, "{name}: {hans} {hant}");
            for text in [hans, hant, en] {
                assert!(!text.contains(['{', '}']), "{name}: nothing fills a placeholder here");
            }
        }
    }
}
