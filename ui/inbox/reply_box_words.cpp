// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the reply box and its small menus.
#include "ui/inbox/reply_box.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/reason_text.hpp"

#include <QAction>
#include <QKeySequence>
#include <QMenu>

namespace vigie::ui {

namespace {

QString menuText(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

void ReplyBox::accountMenu()
{
    if (!conversation_)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (std::size_t i = 0; i < conversation_->accounts.size(); ++i) {
        auto *action = menu->addAction(menuText(QLatin1Char('@') + qs(conversation_->accounts[i].handle)));
        action->setCheckable(true);
        action->setChecked(i == account_);
        connect(action, &QAction::triggered, this, [this, i] {
            account_ = i;
            retranslate();
        });
    }
    menu->popup(as_->mapToGlobal(QPoint(0, as_->height())));
}

void ReplyBox::visibilityMenu()
{
    if (!conversation_)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto of = conversation_->latest.item.visibility;
    for (const auto choice : {Visibility::Public, Visibility::Unlisted, Visibility::Followers, Visibility::Direct}) {
        if (of != Visibility::Unknown && choice < of)
            continue; // an answer is never seen by more people than what it answers
        auto *action = menu->addAction(visibilityText(choice));
        action->setCheckable(true);
        action->setChecked(choice == visibility_);
        connect(action, &QAction::triggered, this, [this, choice] {
            visibility_ = choice;
            retranslate();
        });
    }
    menu->popup(seen_->mapToGlobal(QPoint(0, seen_->height())));
}

void ReplyBox::languageMenu()
{
    if (!conversation_)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    std::vector<std::string> languages{"fr", "en"};
    const auto &theirs = conversation_->latest.item.lang;
    if (!languageText(theirs).isEmpty() && theirs != "fr" && theirs != "en")
        languages.push_back(theirs);
    for (const auto &lang : languages) {
        auto *action = menu->addAction(languageText(lang));
        action->setCheckable(true);
        action->setChecked(lang == lang_);
        connect(action, &QAction::triggered, this, [this, lang] {
            lang_ = lang;
            retranslate();
        });
    }
    menu->popup(language_->mapToGlobal(QPoint(0, language_->height())));
}

void ReplyBox::retranslate()
{
    const bool open = conversation_ != nullptr;
    const auto &author = open ? conversation_->latest.item.author : Author{};
    const auto name = qs(author.name.empty() ? author.handle : author.name);
    title_->setText(open ? tr("Reply to %1").arg(name) : tr("Reply"));
    const bool possible = open && !conversation_->accounts.empty();
    as_->setVisible(open);
    as_->setText(possible ? menuText(QLatin1Char('@') + qs(account().handle)) : tr("no account can answer here"));
    as_->setEnabled(possible);
    as_->setAccessibleName(tr("Answer as %1").arg(as_->text()));
    seen_->setVisible(possible);
    seen_->setText(visibilityText(visibility_));
    seen_->setAccessibleName(tr("Who will see it: %1").arg(seen_->text()));
    language_->setVisible(possible);
    language_->setText(lang_.empty() ? tr("language not known") : languageText(lang_));
    language_->setAccessibleName(tr("Language of the answer: %1").arg(language_->text()));
    spaces_->setVisible(open && lang_ == "fr");
    spaces_->setText(tr("French spaces"));
    spaces_->setAccessibleName(spaces_->text());
    spaces_->setToolTip(tr("No-break spaces before : ; ? ! and inside guillemets (%1). Done by itself when an answer in French is sent.")
                            .arg(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F).toString(QKeySequence::NativeText)));
    note_->setText(tr("Write a note instead"));
    note_->setAccessibleName(note_->text());
    send_->setText(tr("Send  %1").arg(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText)));
    send_->setAccessibleName(tr("Send the answer"));
    newerText_->setText(tr("%1 wrote again while you were writing. Read it above; what you send next answers the newest message.").arg(name));
    newer_->setAccessibleName(newerText_->text());
    const auto refused = refusal();
    refusedText_->setText(refused);
    refused_->setAccessibleName(refused);
    refused_->setVisible(!refused.isEmpty());
    editor_->setEnabled(possible);
    editor_->setPlaceholderText(open ? tr("Your answer to %1").arg(name) : QString());
    editor_->setAccessibleName(tr("Your answer"));
    marks_->setSituation({{}, lang_, account().id, ticket(), known_});
    say();
    fitHeight();
}

} // namespace vigie::ui
