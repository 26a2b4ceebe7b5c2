// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answers/open_variables.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/text/placeholders.hpp>

#include <QCoreApplication>
#include <QPlainTextEdit>

#include <algorithm>

namespace vigie::ui {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(OpenVariables)
};

int unitsBefore(const std::string &text, std::uint32_t byte)
{
    return static_cast<int>(QString::fromUtf8(text.data(), static_cast<qsizetype>(byte)).size());
}
} // namespace

bool selectOpenVariable(QPlainTextEdit &editor)
{
    const auto text = utf8(editor.toPlainText());
    const auto open = text::placeholders(text);
    if (open.empty())
        return false;
    const int caret = editor.textCursor().selectionEnd();
    const auto next = std::find_if(open.begin(), open.end(), [&](const auto &one) { return unitsBefore(text, one.begin) >= caret; });
    const auto &chosen = next == open.end() ? open.front() : *next;
    auto cursor = editor.textCursor();
    cursor.setPosition(unitsBefore(text, chosen.begin));
    cursor.setPosition(unitsBefore(text, chosen.end), QTextCursor::KeepAnchor);
    editor.setTextCursor(cursor);
    return true;
}

bool stopAtOpenVariable(QPlainTextEdit &editor, Toasts &toasts)
{
    const auto names = text::placeholderNames(utf8(editor.toPlainText()));
    if (names.empty())
        return false;
    selectOpenVariable(editor);
    editor.setFocus(Qt::OtherFocusReason);
    QStringList list;
    for (const auto &name : names)
        list << qs(name);
    toasts.show(Words::tr("Not sent: %1 has no value yet.", "name of a variable, or several", static_cast<int>(names.size())).arg(list.join(QStringLiteral(", "))));
    return true;
}

} // namespace vigie::ui
