// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/view_editor.hpp"

#include "ui/bridge/text.hpp"
#include "ui/query/query_edit.hpp"
#include "ui/query/query_editor.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"

#include <vigie/store/members.hpp>

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <iterator>
#include <utility>

namespace vigie::ui {

namespace {

constexpr int kWidth = 640, kHeight = 620;

/// What one usually means by a state; anything else that a view asks for stays as it is.
std::vector<std::vector<TicketStatus>> usualStates()
{
    using S = TicketStatus;
    return {{}, {S::New}, {S::New, S::Open}, {S::WaitingInside}, {S::WaitingMember}, {S::Done}, {S::Ignored}};
}

} // namespace

ViewEditor::ViewEditor(Shell &shell, const DeskView &view, QWidget *parent)
    : QDialog(parent), shell_(shell), view_(view), name_(new QLineEdit(qs(view.name), this)), lang_(new QLineEdit(qs(view.lang), this)),
      query_(new QueryEditor(shell, this)), states_(new QComboBox(this)), owner_(new QComboBox(this)), tag_(new QComboBox(this)), account_(new QComboBox(this)),
      order_(new QComboBox(this)), snoozed_(new QCheckBox(tr("Those that are snoozed as well"), this)), save_(roleButton(QStringLiteral("primary"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(view.id ? tr("Change a view") : tr("New view"));
    build();
    SavedQuery query;
    query.source = view.source;
    query_->edit(query);
    connect(query_, &QueryEditor::changed, this, &ViewEditor::check);
    connect(name_, &QLineEdit::textChanged, this, &ViewEditor::check);
    readChoices();
    check();
    name_->setFocus();
}

void ViewEditor::build()
{
    const auto &theme = Theme::of(this);
    resize(sizeInRoom(*this, {theme.scaled(kWidth), theme.scaled(kHeight)}));
    const QString states[] = {tr("all that are not closed"), tr("new"), tr("new and open"), tr("waiting inside"), tr("waiting for the member"), tr("done"), tr("ignored")};
    int chosen = -1;
    const auto usual = usualStates();
    for (std::size_t i = 0; i < usual.size(); ++i) {
        states_->addItem(states[i]);
        if (usual[i] == view_.statuses)
            chosen = static_cast<int>(i);
    }
    if (chosen < 0) {
        states_->addItem(tr("as it is now"));
        chosen = states_->count() - 1;
    }
    states_->setCurrentIndex(chosen);
    owner_->setEditable(true);
    owner_->addItems({tr("anybody"), tr("me"), tr("nobody")});
    if (!view_.owner)
        owner_->setCurrentIndex(0);
    else if (*view_.owner == kOwnerMe)
        owner_->setCurrentIndex(1);
    else if (view_.owner->empty())
        owner_->setCurrentIndex(2);
    else
        owner_->setEditText(qs(*view_.owner));
    for (const auto &words : {tr("what scores most first"), tr("who waits longest first"), tr("the newest message first"), tr("changed last first")})
        order_->addItem(words);
    order_->setCurrentIndex(static_cast<int>(view_.order));
    snoozed_->setChecked(view_.snoozed);
    lang_->setPlaceholderText(tr("any, or fr, en ..."));
    lang_->setMaxLength(8);
    auto *inside = new QWidget(this);
    auto *form = new QFormLayout(inside);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("Name"), name_);
    form->addRow(tr("State"), states_);
    form->addRow(tr("Owner"), owner_);
    form->addRow(tr("Tag"), tag_);
    form->addRow(tr("Account"), account_);
    form->addRow(tr("Language"), lang_);
    form->addRow(tr("Order"), order_);
    form->addRow(QString(), snoozed_);
    form->addRow(roleLabel(QStringLiteral("strong"), tr("The newest message satisfies"), inside));
    form->addRow(query_);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(inside);
    auto *cancel = roleButton({}, this);
    cancel->setText(tr("Cancel"));
    save_->setText(tr("Save the view"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save_);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addLayout(buttons);
    save_->setDefault(true);
    for (const auto &[field, words] : std::initializer_list<std::pair<QWidget *, QString>>{
             {name_, tr("Name")}, {states_, tr("State")}, {owner_, tr("Owner")}, {tag_, tr("Tag")}, {account_, tr("Account")}, {lang_, tr("Language")}, {order_, tr("Order")}})
        field->setAccessibleName(words);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save_, &QPushButton::clicked, this, [this] {
        Q_EMIT saveWanted(this->view());
        accept();
    });
}

void ViewEditor::readChoices()
{
    fillTags({});
    fillAccounts({});
    shell_.bridge.read<std::vector<store::TagNode>>(this, [](store::Tx &tx) { return store::Tags(tx).tree(); },
                                                    [this](Result<std::vector<store::TagNode>> tags) {
                                                        if (tags)
                                                            fillTags(*tags);
                                                    });
    shell_.bridge.read<std::vector<Account>>(this, [](store::Tx &tx) { return store::Accounts(tx).all(); }, [this](Result<std::vector<Account>> accounts) {
        if (accounts)
            fillAccounts(*accounts);
    });
}

void ViewEditor::fillTags(const std::vector<store::TagNode> &tags)
{
    tag_->clear();
    tag_->addItem(tr("any"), QVariant::fromValue<qlonglong>(0));
    for (const auto &node : tags) {
        tag_->addItem(QString(node.depth * 2, QChar(0x2003)) + qs(node.tag.name), QVariant::fromValue<qlonglong>(node.tag.id.value));
        if (node.tag.id == view_.tag)
            tag_->setCurrentIndex(tag_->count() - 1);
    }
}

void ViewEditor::fillAccounts(const std::vector<Account> &accounts)
{
    account_->clear();
    account_->addItem(tr("any"), QVariant::fromValue<qlonglong>(0));
    for (const auto &account : accounts) {
        account_->addItem(qs(account.handle.empty() ? account.name : account.handle), QVariant::fromValue<qlonglong>(account.id.value));
        if (account.id == view_.account)
            account_->setCurrentIndex(account_->count() - 1);
    }
}

DeskView ViewEditor::view() const
{
    auto view = view_;
    view.name = utf8(name_->text().trimmed());
    view.source = utf8(query_->source());
    const auto usual = usualStates();
    if (const auto index = static_cast<std::size_t>(states_->currentIndex()); index < usual.size())
        view.statuses = usual[index];
    const auto owner = owner_->currentText().trimmed();
    if (owner == owner_->itemText(0) || owner.isEmpty())
        view.owner.reset();
    else if (owner == owner_->itemText(1))
        view.owner = kOwnerMe;
    else
        view.owner = owner == owner_->itemText(2) ? std::string() : utf8(owner);
    if (tag_->count() > 1) // else they are not read yet
        view.tag = TagId{tag_->currentData().toLongLong()};
    if (account_->count() > 1)
        view.account = AccountId{account_->currentData().toLongLong()};
    view.lang = utf8(lang_->text().trimmed().toLower());
    view.order = static_cast<QueueOrder>(order_->currentIndex());
    view.snoozed = snoozed_->isChecked();
    return view;
}

void ViewEditor::check()
{
    save_->setEnabled(!name_->text().trimmed().isEmpty() && (query_->source().isEmpty() || query_->isValid()));
}

} // namespace vigie::ui
