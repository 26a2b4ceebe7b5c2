// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/members_panel.hpp"

#include "ui/app/member_door.hpp"
#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/inbox/person_pane.hpp"
#include "ui/members/member_desk.hpp"
#include "ui/members/members_model.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/row_table.hpp"

#include <QButtonGroup>
#include <QEvent>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace vigie::ui {

namespace {

using View = store::PersonView;

constexpr int kReadAfterMs = 200, kMostPeople = 500, kCardLines = 30, kLargeText = 150;
constexpr View kViews[] = {View::All, View::Newcomers, View::Silent, View::Promised, View::Steps};

QString viewText(View view)
{
    switch (view) {
    case View::All: return MembersPanel::tr("Everybody");
    case View::Newcomers: return MembersPanel::tr("Newcomers");
    case View::Silent: return MembersPanel::tr("Gone silent");
    case View::Promised: return MembersPanel::tr("Promised");
    case View::Steps: return MembersPanel::tr("Next steps");
    }
    return {};
}

QString viewTip(View view)
{
    switch (view) {
    case View::All: return MembersPanel::tr("Whoever spoke last first");
    case View::Newcomers: return MembersPanel::tr("First seen in the last 30 days");
    case View::Silent: return MembersPanel::tr("We have exchanged, and nothing was heard for 90 days");
    case View::Promised: return MembersPanel::tr("We owe them something, the most urgent first");
    case View::Steps: return MembersPanel::tr("Something is to be done with them next, the soonest first");
    }
    return {};
}

QString emptyText(View view)
{
    switch (view) {
    case View::All: return MembersPanel::tr("People appear here as soon as they speak where you listen.");
    case View::Newcomers: return MembersPanel::tr("Nobody new has spoken in the last 30 days.");
    case View::Silent: return MembersPanel::tr("Everybody we exchanged with was heard in the last 90 days.");
    case View::Promised: return MembersPanel::tr("Nothing is owed. In the inbox, I notes what an answer promises.");
    case View::Steps: return MembersPanel::tr("Nothing is planned with anybody. S on a person notes the next step.");
    }
    return {};
}

} // namespace

MembersPanel::MembersPanel(Shell &shell, QWidget *parent)
    : Panel(shell, parent), desk_(new MemberDesk(shell, this)), header_(new PaneHeader(this)), words_(new QLineEdit(this)), views_(new QButtonGroup(this)),
      suggestions_(roleButton(QStringLiteral("quiet"), this)), error_(new ErrorBar(this)), stack_(new QStackedWidget(this)), empty_(new EmptyState(this)),
      table_(new QTableView(this)), model_(new MembersModel(shell.bridge, this)), limit_(wrappedLabel(QStringLiteral("small"), {}, this)), splitter_(new QSplitter(this)),
      card_(new PersonPane(*desk_, this))
{
    setProperty("role", "pane");
    setAttribute(Qt::WA_StyledBackground);
    card_->setLines(kCardLines);
    build();
    wire();
    retranslate();
}

void MembersPanel::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header_);
    auto *left = new QWidget(splitter_);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(kGap, 0, kGap, kGap);
    column->setSpacing(kGrid);
    auto *line = new FlowLayout(nullptr, kGap);
    line->setContentsMargins(kGrid, kGap, kGrid, kGap);
    words_->setClearButtonEnabled(true);
    words_->setMinimumWidth(Theme::of(this).scaled(220));
    line->addWidget(words_);
    for (const auto view : kViews) {
        auto *button = roleButton(QStringLiteral("chip"), this);
        button->setCheckable(true);
        button->setChecked(view == view_);
        views_->addButton(button, static_cast<int>(view));
        line->addWidget(button);
    }
    line->addWidget(suggestions_);
    column->addLayout(line);
    column->addWidget(error_);
    table_->setModel(model_);
    showAsRows(*table_, MembersModel::Name);
    const auto fit = [this] { // large text leaves room for who it is; the card says the rest
        const bool large = Theme::of(this).scaled(100) >= kLargeText;
        for (const int less : {MembersModel::Networks, MembersModel::Audience})
            table_->setColumnHidden(less, large);
    };
    fit();
    connect(&Theme::of(this), &Theme::changed, this, fit);
    stack_->addWidget(empty_);
    stack_->addWidget(table_);
    column->addWidget(stack_, 1);
    column->addWidget(limit_);
    splitter_->addWidget(left);
    splitter_->addWidget(card_);
    splitter_->setStretchFactor(0, 1);
    splitter_->setChildrenCollapsible(false);
    splitter_->setHandleWidth(1);
    splitter_->setSizes({900, 440});
    layout->addWidget(splitter_, 1);
}

void MembersPanel::wire()
{
    readTimer_.setSingleShot(true);
    readTimer_.setInterval(kReadAfterMs);
    connect(&readTimer_, &QTimer::timeout, this, &MembersPanel::read);
    connect(words_, &QLineEdit::textChanged, &readTimer_, qOverload<>(&QTimer::start));
    connect(words_, &QLineEdit::returnPressed, this, [this] { table_->setFocus(Qt::OtherFocusReason); });
    connect(views_, &QButtonGroup::idClicked, this, [this](int view) { setView(static_cast<View>(view)); });
    connect(empty_, &EmptyState::actionPressed, this, [this] {
        words_->clear();
        setView(View::All);
    });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (const auto *line = model_->line(now.row()))
            card_->setMember(line->shown);
    });
    connect(table_, &QTableView::activated, card_, &PersonPane::focusCard);
    connect(card_, &PersonPane::itemRequested, &shell(), &Shell::openItem);
    connect(card_, &PersonPane::ticketRequested, &shell(), &Shell::openTicket);
    connect(&MemberDoor::of(shell()), &MemberDoor::wanted, this, &MembersPanel::openMember);
    connect(&bridge(), &Bridge::changed, this, [this](const Change &change) {
        // What moves under the eyes is not sorted anew while one looks: rows come when the panel is opened or asked.
        if (read_ && isVisible() && !change.members.empty() && change.itemsAdded.empty() && !readTimer_.isActive())
            readTimer_.start();
    });
}

void MembersPanel::activated()
{
    read();
    if (!wanted_)
        table_->setFocus(Qt::OtherFocusReason);
}

bool MembersPanel::ready() const
{
    return read_ && card_->isReady();
}

void MembersPanel::setView(View view)
{
    view_ = view;
    views_->button(static_cast<int>(view))->setChecked(true);
    read();
}

void MembersPanel::read()
{
    const auto number = readings_.next();
    readTimer_.stop();
    store::PersonFilter filter;
    filter.words = utf8(words_->text().trimmed());
    filter.view = view_;
    filter.limit = kMostPeople;
    bridge().read<std::vector<PersonLine>>(this, [filter](store::Tx &tx) { return store::Persons(tx).list(filter); }, [this, number](Result<std::vector<PersonLine>> lines) {
        if (!readings_.is(number))
            return;
        read_ = true;
        if (!lines)
            return error_->setError(lines.error());
        error_->clear();
        shown(std::move(*lines));
    });
}

void MembersPanel::shown(std::vector<PersonLine> lines)
{
    const auto before = wanted_ ? wanted_ : card_->member();
    limit_->setVisible(lines.size() >= static_cast<std::size_t>(kMostPeople));
    header_->setCount(format::number(static_cast<double>(lines.size())));
    const bool any = !lines.empty();
    model_->setLines(std::move(lines));
    stack_->setCurrentWidget(any ? static_cast<QWidget *>(table_) : empty_);
    retranslate();
    if (std::exchange(wanted_, MemberId{}))
        return choose(before);
    const int row = before ? std::max(0, model_->rowOf(before)) : 0;
    if (any)
        table_->setCurrentIndex(model_->index(row, 0));
    else
        card_->setMember({});
}

void MembersPanel::choose(MemberId person)
{
    const int row = model_->rowOf(person);
    if (row >= 0)
        table_->setCurrentIndex(model_->index(row, 0));
    else
        table_->clearSelection();
    card_->setMember(person);
    card_->focusCard();
}

void MembersPanel::openMember(MemberId member)
{
    wanted_ = member;
    if (isVisible())
        read();
    else
        Q_EMIT shell().openPanel(id()); // which reads
}

MemberId MembersPanel::chosen() const
{
    return card_->card() != nullptr && !card_->card()->erased ? card_->member() : MemberId{};
}

QJsonObject MembersPanel::saveState() const
{
    return {{QStringLiteral("splitter"), QString::fromLatin1(splitter_->saveState().toBase64())}, {QStringLiteral("view"), static_cast<int>(view_)}};
}

void MembersPanel::restoreState(const QJsonObject &state)
{
    splitter_->restoreState(QByteArray::fromBase64(state[QLatin1String("splitter")].toString().toLatin1()));
    const int view = state[QLatin1String("view")].toInt();
    if (views_->button(view) != nullptr) {
        view_ = static_cast<View>(view);
        views_->button(view)->setChecked(true);
    }
}

void MembersPanel::retranslate()
{
    header_->setTitle(title());
    words_->setPlaceholderText(tr("Name, handle, words about themselves"));
    words_->setAccessibleName(tr("Find a person"));
    for (const auto view : kViews) {
        auto *button = views_->button(static_cast<int>(view));
        button->setText(viewText(view));
        button->setAccessibleName(viewText(view));
        button->setToolTip(viewTip(view));
    }
    suggestions_->setAccessibleName(tr("Who may be one person"));
    table_->setAccessibleName(tr("People"));
    limit_->setText(tr("The first %n person(s); words find the others.", nullptr, kMostPeople));
    const bool filtered = !words_->text().trimmed().isEmpty();
    empty_->setContent(QStringLiteral("members"), filtered ? tr("Nobody is found") : tr("Nobody here"), filtered ? tr("Try fewer words, or look among everybody.") : emptyText(view_),
                       filtered || view_ != View::All ? tr("Show everybody") : QString());
}

void MembersPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        model_->retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
