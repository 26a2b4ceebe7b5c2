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
            setAccount(i);
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
            saver_->touch();
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
    for (const auto &lang : languages()) {
        auto *action = menu->addAction(languageText(lang));
        action->setCheckable(true);
        action->setChecked(lang == lang_);
        connect(action, &QAction::triggered, this, [this, lang] {
            setLanguage(lang);
        });
    }
    menu->popup(language_->mapToGlobal(QPoint(0, language_->height())));
}

void ReplyBox::retranslate()
{
    const bool open = conversation_ != nullptr;
    const auto &author = open ? conversation_->latest.item.author : Author{};
    const auto who = qs(author.name.empty() ? author.handle : author.name);
    const auto theirLanguage = open ? conversation_->latest.item.lang : std::string{};
    title_->setText(open ? tr("Reply to %1").arg(who) : tr("Reply"));
    const bool possible = open && !conversation_->accounts.empty();
    as_->setVisible(open);
    as_->setText(possible ? menuText(QLatin1Char('@') + qs(account().handle)) : tr("no account can answer here"));
    as_->setEnabled(possible);
    as_->setAccessibleName(tr("Answer as %1").arg(as_->text()));
    seen_->setVisible(possible);
    seen_->setText(visibilityText(visibility_));
    seen_->setAccessibleName(tr("Who will see it: %1").arg(seen_->text()));
    language_->setVisible(possible);
    const bool spelled = lang_.empty() || speller_->has(lang_);
    const auto name = lang_.empty() ? tr("language not known") : languageText(lang_);
    language_->setText(spelled ? name : tr("%1, without a dictionary").arg(name));
    language_->setToolTip(spelled ? tr("Language of the answer; the member's is %1.").arg(languageText(theirLanguage))
                                  : tr("Spelling is not checked: install the dictionary hunspell-%1 of your system.").arg(qs(lang_)));
    language_->setAccessibleName(tr("Language of the answer: %1").arg(language_->text()));
    sayAddress();
    spaces_->setVisible(open && lang_ == "fr");
    spaces_->setText(tr("French spaces"));
    spaces_->setAccessibleName(spaces_->text());
    spaces_->setToolTip(tr("No-break spaces before : ; ? ! and inside guillemets (%1). Done by itself when an answer in French is sent.")
                            .arg(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F).toString(QKeySequence::NativeText)));
    note_->setText(tr("Write a note instead"));
    note_->setAccessibleName(note_->text());
    send_->setText(tr("Send  %1").arg(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText)));
    send_->setAccessibleName(tr("Send the answer"));
    why_->setText(tr("why?"));
    why_->setAccessibleName(tr("Why is the answer as long as that?"));
    split_->setText(tr("Split into parts"));
    split_->setAccessibleName(split_->text());
    const auto refused = refusal();
    refusedText_->setText(refused);
    refused_->setAccessibleName(refused);
    refused_->setVisible(!refused.isEmpty());
    editor_->setEnabled(possible);
    editor_->setPlaceholderText(open ? tr("Your answer to %1").arg(who) : QString());
    editor_->setAccessibleName(tr("Your answer"));
    marks_->setSituation({{}, lang_, account().id, ticket(), known_.target});
    say();
    fitHeight();
}

} // namespace vigie::ui
