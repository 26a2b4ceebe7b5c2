// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answers/answer_dialog.hpp"

#include "ui/answers/answer_editor.hpp"
#include "ui/bridge/text.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/answers.hpp>
#include <vigie/store/tickets.hpp>

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AnswerDialog)
};

/// The fields in a scroll area: large letters must not make the window taller than the screen.
AnswerEditor *addEditor(QDialog *dialog, QVBoxLayout *layout)
{
    auto *scroll = new QScrollArea(dialog);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *editor = new AnswerEditor(scroll);
    scroll->setWidget(editor);
    layout->addWidget(scroll, 1);
    return editor;
}

} // namespace

QString keepFault(const Error &error)
{
    return error.code == Errc::Duplicate ? Words::tr("Another answer has this keyword.") : QString();
}

void keepAnswer(Shell &shell, QObject *context, AnswerId id, const AnswerText &text, std::function<void(Result<AnswerId>)> done)
{
    shell.bridge.write<AnswerId>(
        context,
        [id, text, person = shell.bridge.person()](store::Tx &tx) -> Result<AnswerId> {
            VIGIE_CHECK(store::Tickets(tx).beginChangeSet("answer"));
            return store::Answers(tx).save(id, text, person);
        },
        std::move(done));
}

QDialog *askAnswer(Shell &shell, QWidget *parent, AnswerId id, const AnswerText &text)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("answerDialog"));
    dialog->setWindowTitle(id ? Words::tr("Answer") : Words::tr("New answer"));
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    auto *editor = addEditor(dialog, layout);
    editor->setText(text);
    auto *fault = wrappedLabel(QStringLiteral("warn"), {}, dialog);
    layout->addWidget(fault);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, dialog);
    auto *keep = buttons->addButton(Words::tr("Keep"), QDialogButtonBox::AcceptRole);
    keep->setProperty("role", "primary");
    layout->addWidget(buttons);
    const auto look = [editor, fault, keep] {
        fault->setText(editor->fault());
        keep->setEnabled(editor->fault().isEmpty());
    };
    QObject::connect(editor, &AnswerEditor::edited, dialog, look);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, [&shell, dialog, editor, fault, id] {
        keepAnswer(shell, dialog, id, editor->text(), [&shell, dialog, fault](Result<AnswerId> kept) {
            if (!kept) {
                const auto words = keepFault(kept.error());
                if (words.isEmpty())
                    shell.toasts.showError(kept.error());
                fault->setText(words);
                return;
            }
            shell.toasts.show(Words::tr("The answer is in the library."));
            dialog->accept();
        });
    });
    const auto &theme = Theme::of(parent);
    const auto room = parent->window()->size() * 0.9;
    dialog->resize(std::min(theme.scaled(760), room.width()), std::min(theme.scaled(640), room.height()));
    look();
    dialog->open();
    editor->keyword().setFocus();
    return dialog;
}

} // namespace vigie::ui
