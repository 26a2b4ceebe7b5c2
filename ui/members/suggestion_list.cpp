// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/suggestion_list.hpp"

#include "ui/bridge/text.hpp"
#include "ui/members/member_desk.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/identities.hpp>
#include <vigie/store/members.hpp>

#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

constexpr int kMostPairs = 100;

Result<std::vector<NamedPair>> namedPairs(store::Tx &tx, MemberId member)
{
    std::vector<NamedPair> out;
    VIGIE_TRY(auto pairs, store::Identities(tx).suggest(member, kMostPairs));
    for (auto &pair : pairs) {
        NamedPair named;
        VIGIE_TRY(named.one, store::Members(tx).get(pair.one));
        VIGIE_TRY(named.other, store::Members(tx).get(pair.other));
        named.pair = std::move(pair);
        out.push_back(std::move(named));
    }
    return out;
}

} // namespace

SuggestionList::SuggestionList(Shell &shell, MemberId member, QWidget *parent)
    : QFrame(parent), shell_(shell), member_(member), state_(wrappedLabel(QStringLiteral("muted"), tr("Looking for others who may be the same person..."), this)),
      list_(new QListWidget(this)), one_(roleButton({}, this)), two_(roleButton(QStringLiteral("quiet"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(state_);
    list_->setWordWrap(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setAccessibleName(tr("Who may be one person"));
    list_->installEventFilter(this);
    layout->addWidget(list_, 1);
    auto *buttons = new FlowLayout(nullptr, kGap);
    one_->setText(tr("They are one person"));
    one_->setToolTip(tr("Enter. It can be taken back, exactly."));
    two_->setText(tr("They are two people"));
    two_->setToolTip(tr("Delete. They are never suggested again."));
    for (auto *button : {one_, two_}) {
        button->setAutoDefault(false);
        button->setAccessibleName(button->text());
        buttons->addWidget(button);
    }
    layout->addLayout(buttons);
    connect(one_, &QPushButton::clicked, this, &SuggestionList::putTogether);
    connect(two_, &QPushButton::clicked, this, &SuggestionList::keepApart);
    connect(list_, &QListWidget::itemActivated, this, &SuggestionList::putTogether);
    show();
    read();
}

void SuggestionList::read()
{
    const auto number = generation_.next();
    shell_.bridge.read<std::vector<NamedPair>>(this, [member = member_](store::Tx &tx) { return namedPairs(tx, member); }, [this, number](Result<std::vector<NamedPair>> found) {
        if (!generation_.is(number))
            return;
        ready_ = true;
        if (!found)
            return Q_EMIT failed(found.error());
        pairs_ = std::move(*found);
        show();
    });
}

void SuggestionList::show()
{
    const int at = list_->currentRow();
    list_->clear();
    const auto said = [this](const Member &member) { return tr("%1 (%2, %3)", "a name, a handle, a network").arg(nameOf(member), qs(member.profile.handle), shell_.bridge.networkName(member.connector)); };
    for (const auto &named : pairs_)
        list_->addItem(tr("%1\nand %2\n%3", "one person, another, why they may be the same").arg(said(named.one), said(named.other), reasonWords(named.pair.reasons)));
    const bool any = !pairs_.empty();
    if (ready_)
        state_->setText(member_ ? tr("Nobody else looks like the same person.") : tr("Nobody looks like the same person as somebody else."));
    state_->setVisible(!any);
    for (auto *widget : {static_cast<QWidget *>(list_), static_cast<QWidget *>(one_), static_cast<QWidget *>(two_)})
        widget->setVisible(any);
    if (any)
        list_->setCurrentRow(std::clamp(at, 0, static_cast<int>(pairs_.size()) - 1));
}

const NamedPair *SuggestionList::chosen() const
{
    const int at = list_->currentRow();
    return at >= 0 && static_cast<std::size_t>(at) < pairs_.size() ? &pairs_[static_cast<std::size_t>(at)] : nullptr;
}

void SuggestionList::putTogether()
{
    const auto *named = chosen();
    if (named == nullptr)
        return;
    shell_.bridge.write<MergeId>(
        this, [pair = named->pair, who = whoWrites(shell_.bridge)](store::Tx &tx) { return store::Identities(tx).merge(pair.one, pair.other, pair.reasons, who); },
        [this](Result<MergeId> done) {
            if (!done)
                return Q_EMIT failed(done.error());
            read();
        });
}

void SuggestionList::keepApart()
{
    const auto *named = chosen();
    if (named == nullptr)
        return;
    shell_.bridge.write<bool>(
        this,
        [pair = named->pair, who = whoWrites(shell_.bridge)](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Identities(tx).keepApart(pair.one, pair.other, who));
            return true;
        },
        [this, pair = named->pair](Result<bool> done) {
            if (!done)
                return Q_EMIT failed(done.error());
            shell_.toasts.showUndo(tr("Two people: they are not suggested again"), [shell = &shell_, pair] {
                shell->bridge.write<bool>(
                    shell, [pair](store::Tx &tx) -> Result<bool> {
                        VIGIE_CHECK(store::Identities(tx).forgetApart(pair.one, pair.other));
                        return true;
                    },
                    [](Result<bool>) {});
            });
            read();
        });
}

bool SuggestionList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == list_ && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        keepApart();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace vigie::ui
