// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/board_head.hpp"

#include "ui/app/relay_count.hpp"
#include "ui/bridge/text.hpp"
#include "ui/dashboard/figure_text.hpp"
#include "ui/dashboard/multi_pick.hpp"
#include "ui/dashboard/tile_words.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"

#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>

namespace vigie::ui {

namespace {

constexpr int kTypedMs = 350, kWordsWidth = 190;
const QDate kEpoch(1970, 1, 1);

std::int32_t dayNumber(const QDate &date)
{
    return static_cast<std::int32_t>(kEpoch.daysTo(date));
}

template <class T>
void choose(QComboBox *box, T value)
{
    box->setCurrentIndex(std::max(0, box->findData(static_cast<qlonglong>(value))));
}

} // namespace

BoardHead::BoardHead(Shell &shell, QWidget *parent)
    : QWidget(parent), shell_(shell), tabs_(new QTabBar(this)), right_(new QHBoxLayout), span_(new QComboBox(this)), campaign_(new QComboBox(this)),
      compare_(new QComboBox(this)), brand_(new QComboBox(this)), relays_(new RelayBox(shell, this)), from_(new QDateEdit(this)), to_(new QDateEdit(this)),
      networks_(new MultiPick(this)), langs_(new MultiPick(this)), tags_(new MultiPick(this)), tones_(new MultiPick(this)), words_(new QLineEdit(this)),
      days_(new ElidedLabel)
{
    typed_.setSingleShot(true);
    typed_.setInterval(kTypedMs);
    build();
    retranslate();
}

void BoardHead::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kWideMargin, kGap, kWideMargin, kGap);
    column->setSpacing(kGrid);
    auto *top = new QHBoxLayout;
    top->setSpacing(kGap);
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    tabs_->setMovable(true);
    tabs_->setUsesScrollButtons(true);
    tabs_->setElideMode(Qt::ElideRight);
    top->addWidget(tabs_, 1);
    top->addLayout(right_);
    column->addLayout(top);
    buildRow();
    connect(tabs_, &QTabBar::currentChanged, this, [this](int at) {
        if (!showing_ && at >= 0)
            Q_EMIT pageChosen(BoardId{tabs_->tabData(at).toLongLong()});
    });
    connect(tabs_, &QTabBar::tabMoved, this, [this](int, int to) {
        if (!showing_)
            Q_EMIT pageMoved(BoardId{tabs_->tabData(to).toLongLong()}, to);
    });
}

void BoardHead::buildRow()
{
    pickers_ = new QWidget(this);
    auto *row = new FlowLayout(pickers_, kGap); // what does not fit beside the others goes on below
    row->setContentsMargins(0, 0, 0, 0);
    for (auto *date : {from_, to_}) {
        date->setCalendarPopup(true);
        date->setDate(QDate::currentDate());
        connect(date, &QDateEdit::dateChanged, this, [this] { read(); });
    }
    setRole(days_, QStringLiteral("muted"));
    words_->setClearButtonEnabled(true);
    words_->setFixedWidth(Theme::of(this).scaled(kWordsWidth));
    for (auto *widget : std::initializer_list<QWidget *>{span_, campaign_, from_, to_, compare_, brand_, networks_, langs_, tags_, tones_, relays_, words_, days_})
        row->addWidget(widget);
    layout()->addWidget(pickers_);
    for (auto *box : {span_, campaign_, compare_, brand_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents); // they are filled later
        connect(box, &QComboBox::currentIndexChanged, this, [this] { read(); });
    }
    connect(relays_, &QComboBox::currentIndexChanged, this, &BoardHead::relaysChanged);
    for (auto *pick : {networks_, langs_, tags_, tones_})
        connect(pick, &MultiPick::changed, this, [this] { read(); });
    connect(words_, &QLineEdit::textChanged, &typed_, qOverload<>(&QTimer::start));
    connect(words_, &QLineEdit::returnPressed, this, [this] {
        typed_.stop();
        read();
    });
    connect(&typed_, &QTimer::timeout, this, [this] { read(); });
}

void BoardHead::setAsked(bool asked)
{
    pickers_->setVisible(asked);
}

bool BoardHead::isAsked() const
{
    return pickers_->isVisibleTo(this);
}

void BoardHead::addRight(QWidget *widget)
{
    right_->addWidget(widget);
}

void BoardHead::setBoards(const std::vector<Board> &boards, BoardId current)
{
    const QScopedValueRollback guard(showing_, true);
    boards_ = boards;
    while (tabs_->count() > static_cast<int>(boards.size()))
        tabs_->removeTab(tabs_->count() - 1);
    for (int at = 0; at < static_cast<int>(boards.size()); ++at) {
        const auto &board = boards[static_cast<std::size_t>(at)];
        const auto name = TileWords::page(board).replace(QLatin1Char('&'), QStringLiteral("&&"));
        if (at == tabs_->count())
            tabs_->addTab(name);
        tabs_->setTabText(at, name);
        tabs_->setTabData(at, static_cast<qlonglong>(board.id.value));
        if (board.id == current)
            tabs_->setCurrentIndex(at);
    }
}

void BoardHead::stepPage(int by)
{
    if (tabs_->count() > 0)
        tabs_->setCurrentIndex((tabs_->currentIndex() + by + tabs_->count()) % tabs_->count());
}

void BoardHead::setChoices(BoardChoices choices)
{
    choices_ = std::move(choices);
    fillBoxes();
    show();
}

void BoardHead::fillBoxes()
{
    const QScopedValueRollback guard(showing_, true);
    const auto fill = [](QComboBox *box, const std::vector<std::pair<QString, qlonglong>> &entries) {
        const QSignalBlocker quiet(box);
        box->clear();
        for (const auto &[words, value] : entries)
            box->addItem(words, value);
    };
    std::vector<std::pair<QString, qlonglong>> spans, compares, brands, campaigns;
    for (int at = 0; at <= static_cast<int>(BoardSpan::Own); ++at)
        if (static_cast<BoardSpan>(at) != BoardSpan::Campaign || !choices_.campaigns.empty() || choice_.span == BoardSpan::Campaign)
            spans.emplace_back(TileWords::span(static_cast<BoardSpan>(at)), at);
    for (int at = 0; at <= static_cast<int>(BoardCompare::None); ++at)
        if (static_cast<BoardCompare>(at) != BoardCompare::Campaign || !choices_.campaigns.empty() || choice_.compare == BoardCompare::Campaign)
            compares.emplace_back(TileWords::compare(static_cast<BoardCompare>(at)), at);
    const bool named = std::any_of(choices_.queries.begin(), choices_.queries.end(), [](const SavedQuery &query) { return query.role == QueryRole::Brand; });
    brands.emplace_back(named ? tr("Our brand") : tr("Everything collected"), 0);
    for (const auto &query : choices_.queries)
        brands.emplace_back(format::queryName(query.name), query.id.value);
    for (const auto &campaign : choices_.campaigns)
        campaigns.emplace_back(qs(campaign.name), campaign.id.value);
    fill(span_, spans);
    fill(compare_, compares);
    fill(brand_, brands);
    fill(campaign_, campaigns);
    networks_->setChoices(choices_.networks);
    langs_->setChoices(choices_.langs);
    tags_->setChoices(choices_.tags);
    tones_->setChoices({{"1", tr("▲ positive")}, {"0", tr("● neutral")}, {"-1", tr("▼ negative")}});
}

void BoardHead::setChoice(const BoardChoice &choice)
{
    choice_ = choice;
    fillBoxes();
    show();
}

void BoardHead::show()
{
    const QScopedValueRollback guard(showing_, true);
    typed_.stop();
    choose(span_, static_cast<int>(choice_.span));
    choose(compare_, static_cast<int>(choice_.compare));
    choose(brand_, choice_.query.value);
    choose(campaign_, choice_.campaign.value);
    if (choice_.span == BoardSpan::Own && choice_.toDay > choice_.fromDay) {
        from_->setDate(kEpoch.addDays(choice_.fromDay));
        to_->setDate(kEpoch.addDays(choice_.toDay - 1));
    }
    networks_->setChosen(choice_.networks);
    langs_->setChosen(choice_.langs);
    std::vector<std::string> tags, tones;
    for (const auto tag : choice_.tags)
        tags.push_back(std::to_string(tag.value));
    for (const int tone : choice_.tones)
        tones.push_back(std::to_string(tone));
    tags_->setChosen(tags);
    tones_->setChosen(tones);
    if (utf8(words_->text().trimmed()) != choice_.words)
        words_->setText(qs(choice_.words));
    const bool own = choice_.span == BoardSpan::Own, campaign = choice_.span == BoardSpan::Campaign || choice_.compare == BoardCompare::Campaign;
    days_->setMinimumHeight(span_->sizeHint().height());
    from_->setVisible(own);
    to_->setVisible(own);
    campaign_->setVisible(campaign);
    langs_->setVisible(choices_.langs.size() > 1 || !choice_.langs.empty());
    tags_->setVisible(!choices_.tags.empty() || !choice_.tags.empty());
}

void BoardHead::read()
{
    if (showing_ || span_->count() == 0)
        return;
    auto choice = choice_;
    choice.span = static_cast<BoardSpan>(span_->currentData().toInt());
    choice.compare = static_cast<BoardCompare>(compare_->currentData().toInt());
    choice.query = QueryId{brand_->currentData().toLongLong()};
    choice.campaign = CampaignId{campaign_->currentData().toLongLong()};
    if (choice.span == BoardSpan::Own) {
        choice.fromDay = dayNumber(from_->date());
        choice.toDay = std::max(dayNumber(to_->date()), choice.fromDay) + 1;
    }
    if (choice.span != BoardSpan::Campaign && choice.compare != BoardCompare::Campaign)
        choice.campaign = {};
    choice.networks = networks_->chosen();
    choice.langs = langs_->chosen();
    choice.tags.clear();
    for (const auto &tag : tags_->chosen())
        choice.tags.push_back(TagId{std::stoll(tag)});
    choice.tones.clear();
    for (const auto &tone : tones_->chosen())
        choice.tones.push_back(static_cast<std::int8_t>(std::stoi(tone)));
    choice.words = utf8(words_->text().trimmed());
    if (choice == choice_)
        return;
    choice_ = std::move(choice);
    show();
    Q_EMIT choiceChanged();
}

void BoardHead::setSpan(BoardSpan span)
{
    choose(span_, static_cast<int>(span));
}

void BoardHead::stepPeriod(const insight::Period &shown, int direction)
{
    auto choice = choice_;
    choice.span = BoardSpan::Own;
    choice.fromDay = shown.fromDay + direction * shown.length();
    choice.toDay = shown.toDay + direction * shown.length();
    setChoice(choice);
    Q_EMIT choiceChanged();
}

void BoardHead::cycleCompare()
{
    compare_->setCurrentIndex((compare_->currentIndex() + 1) % std::max(1, compare_->count()));
}

void BoardHead::focusWords()
{
    words_->setFocus(Qt::ShortcutFocusReason);
    words_->selectAll();
}

void BoardHead::setPeriods(const insight::Period &period, const std::optional<insight::Period> &against)
{
    const auto days = FigureText::days(period);
    days_->setText(against ? tr("%1, against %2").arg(days, FigureText::days(*against)) : days);
}

void BoardHead::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fillBoxes();
        show();
        setBoards(boards_, tabs_->currentIndex() >= 0 ? BoardId{tabs_->tabData(tabs_->currentIndex()).toLongLong()} : BoardId{});
    }
    QWidget::changeEvent(event);
}

void BoardHead::retranslate()
{
    tabs_->setAccessibleName(tr("Pages"));
    span_->setAccessibleName(tr("Period"));
    campaign_->setAccessibleName(tr("Campaign"));
    from_->setAccessibleName(tr("First day"));
    to_->setAccessibleName(tr("Last day"));
    compare_->setAccessibleName(tr("Compared with"));
    brand_->setAccessibleName(tr("Brand or competitor"));
    networks_->setWords(tr("All networks"), tr("Networks"));
    langs_->setWords(tr("All languages"), tr("Languages"));
    tags_->setWords(tr("All tags"), tr("Tags"));
    tones_->setWords(tr("All tones"), tr("Tones"));
    words_->setPlaceholderText(tr("Words of a query"));
    words_->setAccessibleName(tr("Only what matches these words of the query language"));
}

} // namespace vigie::ui
