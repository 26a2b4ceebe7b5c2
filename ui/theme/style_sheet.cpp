// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style_sheet.hpp"

#include "ui/theme/theme.hpp"

namespace vigie::ui {

namespace {

// @name is replaced by a colour of the theme, #name# by a number of pixels.
constexpr const char *kSheet = R"(
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolTip { border: 1px solid @line; padding: 4px 6px; background: @pane; color: @fg; }
QPushButton { border: 1px solid @line; border-radius: 6px; padding: 4px 10px; background: @pane; color: @fg; min-height: #button#px; }
QPushButton:hover { background: @chip; }
QPushButton:focus { border-color: @accent; }
QPushButton:disabled { color: @muted; background: @bg; }
QPushButton:checked { background: @accentBg; color: @accent; border-color: @accent; }
QPushButton[role="primary"], QPushButton:default { background: @accent; border-color: @accent; color: @onAccent; font-weight: 600; }
QPushButton[role="primary"]:focus, QPushButton:default:focus { border: 2px solid @fg; padding: 3px 9px; }
QPushButton[role="primary"]:disabled { background: @line; border-color: @line; color: @muted; }
QPushButton[role="danger"] { color: @neg; }
QPushButton[role="warn"] { color: @warn; }
QPushButton[role="quiet"], QPushButton[role="link"], QPushButton[role="linkneg"] { border-color: transparent; background: transparent; }
QPushButton[role="quiet"]:hover { background: @chip; }
QPushButton[role="quiet"]:focus, QPushButton[role="link"]:focus, QPushButton[role="linkneg"]:focus { border-color: @accent; }
QPushButton[role="link"] { color: @accent; padding: 0 2px; min-height: 0; }
QPushButton[role="linkneg"] { color: @neg; padding: 0 2px; min-height: 0; font-weight: 600; }
QPushButton[role="warnlink"] { color: @warn; padding: 0 2px; min-height: 0; border: 1px solid transparent; background: transparent; font-size: #small#px; }
QPushButton[role="warnlink"]:focus { border-color: @warn; }
QPushButton[role="chip"] { border: 1px solid transparent; border-radius: 9px; padding: 0 8px; min-height: #chip#px; background: @chip; color: @muted; font-size: #small#px; }
QPushButton[role="chip"]:hover { color: @fg; }
QPushButton[role="chip"]:checked { background: @accentBg; color: @accent; font-weight: 600; }
QPushButton[role="chip"]:focus { border-color: @accent; }
QPushButton[role="newbar"] { border: 1px solid transparent; border-radius: 0; padding: 2px; background: @accentBg; color: @accent; font-size: #small#px; }
QPushButton[role="newbar"]:focus { border-color: @accent; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 4px; background: transparent; }
QToolButton:hover { background: @chip; }
QToolButton:focus { border-color: @accent; }
QToolButton:checked { background: @accentBg; }
QPushButton::menu-indicator { image: url(:/icons/chevron-down-@tint.svg); width: 12px; height: 12px; subcontrol-origin: padding; subcontrol-position: right center; right: 4px; }
QToolButton::menu-indicator { image: none; }
QAbstractScrollArea { border: 0; background: @pane; }
QLineEdit, QTextEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit, QComboBox {
  border: 1px solid @line; border-radius: 6px; padding: 4px 8px; background: @pane; color: @fg; selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus, QTimeEdit:focus, QDateTimeEdit:focus, QComboBox:focus { border-color: @accent; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"] { border-color: @neg; }
QComboBox::drop-down { border: 0; width: 18px; }
QComboBox::down-arrow { image: url(:/icons/chevron-down-@tint.svg); width: 12px; height: 12px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; width: 20px; border: 0; background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @chip; }
QAbstractSpinBox::up-arrow { image: url(:/icons/chevron-up-@tint.svg); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url(:/icons/chevron-down-@tint.svg); width: 10px; height: 10px; }
QComboBox QAbstractItemView { border: 1px solid @line; background: @pane; selection-background-color: @accentBg; selection-color: @fg; outline: 0; }
QPlainTextEdit[role="field"] { border: 1px solid @line; }
QPlainTextEdit[role="field"]:focus { border-color: @accent; }
QDateEdit::drop-down, QDateTimeEdit::drop-down { border: 0; width: 18px; }
QDateEdit::down-arrow, QDateTimeEdit::down-arrow { image: url(:/icons/chevron-down-@tint.svg); width: 12px; height: 12px; }
QCheckBox::indicator { width: 13px; height: 13px; border: 1px solid @muted; border-radius: 3px; background: @pane; }
QCheckBox::indicator:checked { border-color: @accent; background: @accent; image: url(:/icons/check-@tint.svg); }
QCheckBox::indicator:focus { border: 2px solid @accent; }
QCheckBox::indicator:disabled { border-color: @line; background: @chip; }
QRadioButton::indicator { width: 13px; height: 13px; border: 1px solid @muted; border-radius: 7px; background: @pane; }
QRadioButton::indicator:checked { width: 7px; height: 7px; border: 4px solid @accent; border-radius: 7px; background: @onAccent; }
QRadioButton::indicator:focus { border-color: @fg; }
QRadioButton::indicator:disabled { border-color: @line; background: @chip; }
QLabel[role="muted"] { color: @muted; }
QLabel[role="small"] { color: @muted; font-size: #small#px; }
QLabel[role="title"] { font-size: #title#px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="warn"] { color: @warn; }
QLabel[role="neg"] { color: @neg; }
QLabel[role="pos"] { color: @pos; }
QLabel[role="chip"] { background: @chip; color: @muted; border-radius: 8px; padding: 2px 8px; font-size: #small#px; }
QLabel[role="chipaccent"] { background: @accentBg; color: @accent; border-radius: 8px; padding: 2px 8px; font-size: #small#px; font-weight: 600; }
QLabel[role="chipwarn"] { background: @warnBg; color: @warn; border-radius: 8px; padding: 2px 8px; font-size: #small#px; font-weight: 600; }
QLabel[role="key"] { background: @bg; color: @muted; border: 1px solid @line; border-bottom-width: 2px; border-radius: 4px; padding: 0 5px; font-size: #small#px; }
QWidget[role="page"] { background: @bg; }
QWidget[role="pane"] { background: @pane; }
QFrame[role="card"] { background: @pane; border: 1px solid @line; border-radius: 8px; }
QFrame[role="header"] { background: @pane; border: 0; border-bottom: 1px solid @line; }
QFrame[role="footer"] { background: @pane; border: 0; border-top: 1px solid @line; }
QFrame[role="sidepane"] { background: @pane; border: 0; border-right: 1px solid @line; }
QFrame[role="dropmark"] { background: @accent; border: 0; }
QFrame[role="line"] { background: @line; border: 0; max-height: 1px; min-height: 1px; }
QFrame[role="banner"] { background: @warnBg; border: 0; border-bottom: 1px solid @line; }
QFrame[role="error"] { background: @pane; border: 1px solid @neg; border-radius: 6px; }
QFrame[role="note"] { background: @note; border: 0; }
QFrame[role="overlay"] { background: @pane; border: 1px solid @line; border-radius: 10px; }
QFrame[role="toast"] { background: @fg; border: 0; border-radius: 8px; }
QFrame[role="toast"] QLabel { color: @pane; }
QFrame[role="toast"] QPushButton { background: transparent; border: 1px solid transparent; color: @railMark; font-weight: 600; }
QFrame[role="toast"] QPushButton:focus { border-color: @railMark; }
QScrollArea > QWidget > QWidget[role="page"] { background: @bg; }
QListView, QTreeView, QTableView { border: 0; outline: 0; background: @pane; selection-background-color: @accentBg; selection-color: @fg; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected { background: @accentBg; color: @fg; }
QHeaderView { background: @pane; border: 0; }
QHeaderView::section { background: @pane; color: @muted; border: 0; border-bottom: 1px solid @line; padding: 4px 8px; font-size: #small#px; }
QTableView { gridline-color: @line; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QMenu { background: @pane; border: 1px solid @line; border-radius: 6px; padding: 4px; }
QMenu::item { padding: 5px 20px 5px 10px; border-radius: 4px; }
QMenu::item:selected { background: @accentBg; color: @fg; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: 4px; }
QProgressBar { border: 0; border-radius: 3px; background: @chip; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { border-radius: 3px; background: @accent; }
QTabWidget::pane { border: 0; border-top: 1px solid @line; }
QTabBar::tab { padding: 7px 12px; border: 0; border-bottom: 2px solid transparent; color: @muted; background: transparent; }
QTabBar::tab:selected { color: @fg; border-bottom-color: @accent; font-weight: 600; }
QTabBar::tab:focus { color: @accent; }
QDialog { background: @pane; }
)";

} // namespace

QString styleSheet(const Theme &theme)
{
    const auto &c = theme.colors();
    auto sheet = QString::fromLatin1(kSheet);
    // Longer names first: @accentBg before @accent.
    const std::pair<const char *, QColor> colors[] = {
        {"@accentBg", c.accentBg}, {"@accent", c.accent}, {"@onAccent", c.onAccent}, {"@warnBg", c.warnBg}, {"@warn", c.warn},
        {"@railMark", c.railMark}, {"@pane", c.pane},     {"@line", c.line},         {"@muted", c.muted},   {"@note", c.note},
        {"@chip", c.chip},         {"@pos", c.pos},       {"@neg", c.neg},           {"@fg", c.fg},         {"@bg", c.bg}};
    for (const auto &[name, color] : colors)
        sheet.replace(QLatin1String(name), color.name());
    sheet.replace(QLatin1String("@tint"), theme.isDark() ? QStringLiteral("dark") : QStringLiteral("light"));
    const std::pair<const char *, int> sizes[] = {{"#small#", theme.scaled(11)}, {"#title#", theme.scaled(15)}, {"#button#", theme.scaled(18)}, {"#chip#", theme.scaled(17)}};
    for (const auto &[name, pixels] : sizes)
        sheet.replace(QLatin1String(name), QString::number(pixels));
    return sheet;
}

} // namespace vigie::ui
