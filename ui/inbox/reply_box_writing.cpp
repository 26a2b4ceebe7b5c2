// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer is written as - account, language, tu or vous, parts - and what was known of the conversation meanwhile.
#include "ui/inbox/reply_box.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/meanwhile_bar.hpp"
#include "ui/inbox/proof_check.hpp"
#include "ui/inbox/reason_text.hpp"
#include "ui/inbox/reply_length.hpp"

#include <vigie/plan/answer_parts.hpp>
#include <vigie/store/writing.hpp>

#include <QMenu>
#include <QTextCursor>

#include <algorithm>

namespace vigie::ui {

namespace {

std::string languageOf(const Item &item)
{
    return item.lang.empty() || item.lang == "und" ? std::string{} : item.lang;
}

} // namespace

void ReplyBox::openDraft()
{
    const auto &item = conversation_->latest.item;
    account_ = 0;
    visibility_ = item.visibility == Visibility::Unknown ? Visibility::Public : item.visibility;
    lang_ = languageOf(item);
    known_ = conversation_->now;
    meanwhile_->clear();
    const store::AnswerDraft *begun = nullptr;
    for (const auto &draft : conversation_->drafts)
        for (std::size_t i = 0; begun == nullptr && i < conversation_->accounts.size(); ++i)
            if (conversation_->accounts[i].id == draft.account) {
                begun = &draft;
                account_ = i;
            }
    if (begun == nullptr && !conversation_->drafts.empty())
        begun = &conversation_->drafts.front(); // of an account that can answer no more: the text is not lost
    if (begun != nullptr) {
        if (!begun->lang.empty())
            lang_ = begun->lang;
        if (begun->visibility != Visibility::Unknown)
            visibility_ = std::max(begun->visibility, visibility_);
        if (begun->known.target)
            known_ = begun->known;
    }
    saver_->open(ticket(), begun != nullptr ? begun->text : std::string());
}

store::AnswerDraft ReplyBox::answerDraft() const
{
    store::AnswerDraft draft;
    draft.ticket = ticket();
    draft.account = account().id;
    draft.lang = lang_;
    draft.visibility = visibility_;
    draft.known = known_;
    return draft;
}

DraftSaver::Write ReplyBox::draftWrite() const
{
    return [draft = answerDraft()](store::Tx &tx, TicketId ticket, const std::string &text) mutable {
        draft.ticket = ticket;
        draft.text = text;
        return store::Drafts(tx).save(draft);
    };
}

void ReplyBox::setAccount(std::size_t index)
{
    if (!conversation_ || index >= conversation_->accounts.size() || index == account_)
        return;
    const auto left = answerDraft();
    const auto wanted = conversation_->accounts[index].id;
    saver_->flush();
    account_ = index;
    using Own = std::optional<store::AnswerDraft>;
    bridge_.write<Own>( // behind what was flushed
        this,
        [left, wanted](store::Tx &tx) -> Result<Own> {
            store::Drafts drafts(tx);
            VIGIE_TRY(auto own, drafts.get(left.ticket, wanted));
            if (!own) // the text goes along to the other account
                VIGIE_CHECK(drafts.save(left));
            return own;
        },
        [this, ticket = left.ticket, wanted](const Result<Own> &own) {
            if (this->ticket() != ticket || account().id != wanted || !own)
                return;
            if (*own)
                setText(qs((*own)->text));
            else
                saver_->touch();
        });
    retranslate();
}

std::vector<std::string> ReplyBox::languages() const
{
    std::vector<std::string> languages{"fr", "en"};
    const auto theirs = conversation_ ? conversation_->latest.item.lang : std::string{};
    if (!languageText(theirs).isEmpty() && theirs != "fr" && theirs != "en")
        languages.push_back(theirs);
    return languages;
}

void ReplyBox::setLanguage(const std::string &lang)
{
    lang_ = lang;
    saver_->touch();
    retranslate();
}

void ReplyBox::nextLanguage()
{
    const auto all = languages();
    const auto at = std::find(all.begin(), all.end(), lang_);
    setLanguage(at == all.end() || at + 1 == all.end() ? all.front() : *(at + 1));
}

void ReplyBox::lookMeanwhile()
{
    const auto number = looks_.next();
    if (editor_->toPlainText().trimmed().isEmpty()) {
        meanwhile_->clear();
        return;
    }
    bridge_.read<std::vector<desk::Meanwhile>>(
        this, [ticket = ticket(), known = known_](store::Tx &tx) { return desk::meanwhile(tx, ticket, known); },
        [this, number](Result<std::vector<desk::Meanwhile>> what) {
            // What the person was told by a refusal stays until they send or leave.
            if (what && looks_.is(number) && (!what->empty() || meanwhile_->isHidden()))
                meanwhile_->show(*what);
            fitHeight();
        });
}

void ReplyBox::refuse(const std::vector<desk::Meanwhile> &what, const store::AnswerKnown &now)
{
    looks_.next();
    known_ = now;
    saver_->touch();
    meanwhile_->show(what);
    count();
    fitHeight();
}

bool ReplyBox::meanwhileIsShown() const
{
    return !meanwhile_->isHidden();
}

QString ReplyBox::meanwhileText() const
{
    return meanwhile_->text();
}

void ReplyBox::learn(const QString &word, const std::string &lang)
{
    bridge_.write<bool>(
        this,
        [word = utf8(word), lang](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::WritingHabits(tx).addWord(lang, word));
            return true;
        },
        [this](const Result<bool> &) { marks_->recheck(); });
}

void ReplyBox::sayAddress()
{
    const bool french = conversation_ && !conversation_->accounts.empty() && lang_ == "fr";
    address_->setVisible(french);
    if (!french)
        return;
    const auto house = account_ < conversation_->houses.size() ? conversation_->houses[account_] : text::Address::None;
    address_->setText(addressText(house));
    const auto theirs = conversation_->addressed == text::Address::None ? tr("The member has not said tu or vous.")
                                                                       : tr("The member says %1.").arg(addressText(conversation_->addressed));
    const auto ours = house == text::Address::None ? tr("This account has no form of its own yet.") : tr("This account says %1.").arg(addressText(house));
    address_->setToolTip(theirs + QLatin1Char('\n') + ours);
    address_->setAccessibleName(tr("Form of address: %1 %2").arg(theirs, ours));
}

void ReplyBox::addressMenu()
{
    if (!conversation_)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto house = account_ < conversation_->houses.size() ? conversation_->houses[account_] : text::Address::None;
    for (const auto form : {text::Address::Tu, text::Address::Vous, text::Address::None}) {
        const auto words = form == text::Address::None ? tr("as the writer likes") : tr("This account says %1.").arg(addressText(form));
        auto *action = menu->addAction(words);
        action->setCheckable(true);
        action->setChecked(form == house);
        connect(action, &QAction::triggered, this, [this, form, id = account().id] {
            bridge_.write<bool>(
                this,
                [form, id](store::Tx &tx) -> Result<bool> {
                    VIGIE_CHECK(store::WritingHabits(tx).setAddress(id, form));
                    return true;
                },
                [this, form, id](const Result<bool> &done) {
                    if (!done || !conversation_ || account().id != id || account_ >= conversation_->houses.size())
                        return;
                    auto changed = std::make_shared<Conversation>(*conversation_);
                    changed->houses[account_] = form;
                    conversation_ = changed;
                    sayAddress();
                    marks_->recheck();
                });
        });
    }
    menu->popup(address_->mapToGlobal(QPoint(0, address_->height())));
}

void ReplyBox::split(bool numbered)
{
    const auto before = utf8(editor_->toPlainText());
    const auto parts = plan::answerParts(bridge_.networks(), account(), answered(), before, numbered);
    const auto after = qs(plan::joinParts(parts));
    if (parts.size() < 2 || after == editor_->toPlainText())
        return;
    QTextCursor all(editor_->document());
    all.select(QTextCursor::Document);
    all.insertText(after); // one step of the editor's own undo
    editor_->moveCursor(QTextCursor::Start);
}

void ReplyBox::splitMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Cut where sentences end")), &QAction::triggered, this, [this] { split(false); });
    connect(menu->addAction(tr("The same, and number the parts (1/3)")), &QAction::triggered, this, [this] { split(true); });
    menu->popup(split_->mapToGlobal(QPoint(0, split_->height())));
}

void ReplyBox::sayParts()
{
    const auto text = utf8(editor_->toPlainText());
    const auto parts = plan::threadParts(text);
    const bool many = parts.size() > 1;
    const auto lengths = many && conversation_ ? plan::sentLengths(bridge_.networks(), account(), answered(), text) : std::vector<text::Length>();
    QStringList words;
    for (const auto &length : lengths)
        words.append(lengthText(length));
    parts_->setVisible(many && !words.isEmpty());
    parts_->setText(tr("%n part(s), sent one after the other: %1", nullptr, static_cast<int>(words.size())).arg(words.join(QStringLiteral(", "))));
    split_->setVisible(conversation_ && (!fits() || many));
}

QString ReplyBox::partsText() const
{
    return parts_->isHidden() ? QString() : parts_->text();
}

void ReplyBox::explainLength()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto lines = lengthLines(bridge_.networks(), utf8(editor_->toPlainText()), account(), answered());
    menu->setAccessibleName(lines.value(0));
    for (const auto &line : lines)
        menu->addAction(QString(line).replace(QLatin1Char('&'), QStringLiteral("&&")));
    menu->popup(why_->mapToGlobal(QPoint(0, why_->height())));
}

} // namespace vigie::ui
