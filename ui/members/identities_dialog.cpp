// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/identities_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/members/member_desk.hpp"
#include "ui/members/suggestion_list.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/identities.hpp>
#include <vigie/store/persons.hpp>

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kSearchAfterMs = 250, kMostFound = 30, kListHeight = 110;

QListWidget *wrappingList(const QString &name, QWidget *parent)
{
    auto *list = new QListWidget(parent);
    list->setWordWrap(true);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setMinimumHeight(Theme::of(parent).scaled(kListHeight));
    list->setAccessibleName(name);
    return list;
}

} // namespace

IdentitiesDialog::IdentitiesDialog(Shell &shell, MemberId member, QWidget *parent)
    : QDialog(parent), shell_(shell), member_(member), who_(wrappedLabel(QStringLiteral("strong"), {}, this)), merges_(wrappingList(tr("Identities put together"), this)),
      apart_(roleButton(QStringLiteral("quiet"), this)), suggestions_(new SuggestionList(shell, member, this)), words_(new QLineEdit(this)), reason_(new QLineEdit(this)),
      found_(wrappingList(tr("People found"), this)), together_(roleButton({}, this)), error_(new ErrorBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(member_ ? tr("Identities of one person") : tr("Who may be one person"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget(scroll);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(who_);
    who_->setTextFormat(Qt::PlainText);
    buildMerges(column);
    column->addWidget(roleLabel(QStringLiteral("muted"), tr("Who may be the same person, and why"), page));
    column->addWidget(suggestions_, 1);
    buildSearch(column);
    scroll->setWidget(page);
    layout->addWidget(scroll, 1);
    layout->addWidget(error_);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(suggestions_, &SuggestionList::failed, this, &IdentitiesDialog::say);
    connect(&shell_.bridge, &Bridge::changed, this, [this](const Change &change) {
        if (member_ && !change.members.empty())
            read();
    });
    connect(error_, &ErrorBar::actionPressed, this, [this] {
        if (conflict_)
            merge(true);
    });
    resize(sizeInRoom(*this, {Theme::of(this).scaled(560), Theme::of(this).scaled(member_ ? 640 : 460)}));
    if (member_)
        read();
}

void IdentitiesDialog::buildMerges(QLayout *into)
{
    apart_->setText(tr("Take apart"));
    apart_->setAccessibleName(tr("Take the chosen identities apart"));
    apart_->setToolTip(tr("Both are as they were, with what came in meanwhile on the side it came from."));
    apart_->setAutoDefault(false);
    into->addWidget(merges_);
    into->addWidget(apart_);
    for (auto *widget : {static_cast<QWidget *>(merges_), static_cast<QWidget *>(apart_)})
        widget->hide();
    who_->setVisible(static_cast<bool>(member_));
    connect(apart_, &QPushButton::clicked, this, &IdentitiesDialog::takeApart);
    connect(merges_, &QListWidget::currentRowChanged, this, &IdentitiesDialog::look);
}

void IdentitiesDialog::buildSearch(QLayout *into)
{
    auto *title = roleLabel(QStringLiteral("muted"), tr("Somebody else"), this);
    words_->setPlaceholderText(tr("Name or handle"));
    words_->setAccessibleName(tr("Find somebody"));
    reason_->setPlaceholderText(tr("How you know: they said so, one order from both ..."));
    reason_->setAccessibleName(tr("How you know"));
    together_->setText(tr("Put together"));
    together_->setAccessibleName(tr("Put the person found together with this one"));
    together_->setAutoDefault(false);
    for (auto *widget : {static_cast<QWidget *>(title), static_cast<QWidget *>(words_), static_cast<QWidget *>(found_), static_cast<QWidget *>(reason_), static_cast<QWidget *>(together_)}) {
        into->addWidget(widget);
        widget->setVisible(static_cast<bool>(member_));
    }
    found_->hide();
    searchTimer_.setSingleShot(true);
    searchTimer_.setInterval(kSearchAfterMs);
    connect(words_, &QLineEdit::textChanged, &searchTimer_, qOverload<>(&QTimer::start));
    connect(&searchTimer_, &QTimer::timeout, this, &IdentitiesDialog::search);
    connect(reason_, &QLineEdit::textChanged, this, &IdentitiesDialog::look);
    connect(reason_, &QLineEdit::returnPressed, this, &IdentitiesDialog::putTogether);
    connect(found_, &QListWidget::currentRowChanged, this, &IdentitiesDialog::look);
    connect(together_, &QPushButton::clicked, this, &IdentitiesDialog::putTogether);
    look();
}

bool IdentitiesDialog::isReady() const
{
    return suggestions_->isReady() && (!member_ || card_);
}

void IdentitiesDialog::read()
{
    const auto number = readings_.next();
    shell_.bridge.read<PersonCard>(this, [member = member_](store::Tx &tx) { return store::Persons(tx).card(member); }, [this, number](Result<PersonCard> card) {
        if (!readings_.is(number))
            return;
        if (!card)
            return error_->setError(card.error());
        card_ = std::move(*card);
        QStringList names;
        for (const auto &one : card_->identities)
            names << tr("%1 (%2)", "a handle, a network").arg(qs(one.profile.handle), shell_.bridge.networkName(one.connector));
        who_->setText(tr("%1: %2", "a name, then their handles").arg(card_->identities.empty() ? QString() : nameOf(card_->identities.front()), names.join(QStringLiteral(", "))));
        const auto handle = [this](MemberId id) {
            for (const auto &one : card_->identities)
                if (one.id == id)
                    return qs(one.profile.handle);
            return QString();
        };
        merges_->clear();
        for (const auto &one : card_->merges)
            merges_->addItem(tr("%1 and %2: %3\nput together by %4 on %5", "two handles, why, who, when")
                                 .arg(handle(one.one), handle(one.other), one.reasons.empty() ? tr("without a reason") : reasonWords(one.reasons), qs(one.who),
                                      format::date(one.at, shell_.bridge.zone())));
        merges_->setVisible(!card_->merges.empty());
        apart_->setVisible(!card_->merges.empty());
        if (!card_->merges.empty())
            merges_->setCurrentRow(0);
        look();
    });
}

void IdentitiesDialog::takeApart()
{
    const int at = merges_->currentRow();
    if (!card_ || at < 0 || static_cast<std::size_t>(at) >= card_->merges.size())
        return;
    shell_.bridge.write<Merge>(
        this, [id = card_->merges[static_cast<std::size_t>(at)].id, who = whoWrites(shell_.bridge)](store::Tx &tx) { return store::Identities(tx).unmerge(id, who); },
        [this](Result<Merge> done) {
            if (!done)
                return say(done.error());
            error_->clear();
            shell_.toasts.show(tr("Two people again, each with what is their own"));
            read();
            suggestions_->read();
        });
}

void IdentitiesDialog::search()
{
    const auto number = searches_.next();
    const auto words = words_->text().trimmed();
    if (words.isEmpty()) {
        people_.clear();
        found_->clear();
        found_->hide();
        return look();
    }
    store::PersonFilter filter;
    filter.words = utf8(words);
    filter.limit = kMostFound;
    shell_.bridge.read<std::vector<PersonLine>>(this, [filter](store::Tx &tx) { return store::Persons(tx).list(filter); }, [this, number](Result<std::vector<PersonLine>> lines) {
        if (!searches_.is(number))
            return;
        if (!lines)
            return say(lines.error());
        people_ = std::move(*lines);
        if (card_)
            std::erase_if(people_, [this](const PersonLine &line) { return line.person == card_->person; });
        found_->clear();
        for (const auto &line : people_) {
            QStringList networks;
            for (const auto &one : line.connectors)
                networks << shell_.bridge.networkName(one);
            found_->addItem(tr("%1 (%2, %3)", "a name, a handle, a network").arg(qs(line.name.empty() ? line.handle : line.name), qs(line.handle), networks.join(QStringLiteral(", "))));
        }
        if (people_.empty()) {
            found_->addItem(tr("Nobody is found"));
            found_->item(0)->setFlags(Qt::NoItemFlags);
        } else {
            found_->setCurrentRow(0);
        }
        found_->show();
        look();
    });
}

void IdentitiesDialog::look()
{
    apart_->setEnabled(merges_->currentRow() >= 0);
    const int at = found_->currentRow();
    together_->setEnabled(at >= 0 && static_cast<std::size_t>(at) < people_.size() && !reason_->text().trimmed().isEmpty());
}

void IdentitiesDialog::putTogether()
{
    if (together_->isEnabled())
        merge(false);
}

void IdentitiesDialog::merge(bool afterAll)
{
    const int at = found_->currentRow();
    if (at < 0 || static_cast<std::size_t>(at) >= people_.size())
        return;
    shell_.bridge.write<MergeId>(
        this,
        [one = member_, other = people_[static_cast<std::size_t>(at)].shown, why = utf8(reason_->text().trimmed()), who = whoWrites(shell_.bridge), afterAll](store::Tx &tx) -> Result<MergeId> {
            store::Identities identities(tx);
            if (afterAll)
                VIGIE_CHECK(identities.forgetApart(one, other));
            return identities.merge(one, other, {{SameWhy::ByHand, why}}, who);
        },
        [this](Result<MergeId> done) {
            if (!done)
                return say(done.error());
            error_->clear();
            words_->clear();
            reason_->clear();
            shell_.toasts.show(tr("One person now; it can be taken apart again here"));
            read();
            suggestions_->read();
        });
}

void IdentitiesDialog::say(const Error &error)
{
    conflict_ = error.code == Errc::Conflict && member_ && found_->currentRow() >= 0;
    switch (error.code) {
    case Errc::PolicyRefused: return error_->setMessage(tr("The terms of one of these networks forbid linking its members with those of others."));
    case Errc::Conflict: return error_->setMessage(tr("A colleague said that these are two people."), conflict_ ? tr("Put together after all") : QString());
    case Errc::Duplicate: return error_->setMessage(tr("They are one person already."));
    default: return error_->setError(error);
    }
}

} // namespace vigie::ui
