// SPDX-License-Identifier: GPL-3.0-or-later
// How the dashboard is put together and worded; what it does is in dashboard_panel.cpp.
#include "ui/app/relay_count.hpp"
#include "ui/dashboard/charts.hpp"
#include "ui/dashboard/dashboard_panel.hpp"
#include "ui/dashboard/tile.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"

#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>
#include <tuple>

namespace vigie::ui {

namespace {

constexpr int kTiles = 6, kChartWidth = 380, kRowHeight = 26;

QTableWidget *makeTable(int columns)
{
    auto *table = new QTableWidget(0, columns);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setTextElideMode(Qt::ElideRight);
    table->setWordWrap(false);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setMinimumHeight(200);
    return table;
}

} // namespace

void DashboardPanel::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHeader();
    error_ = new ErrorBar(this);
    layout->addWidget(error_);
    connect(error_, &ErrorBar::actionPressed, this, &DashboardPanel::reload);
    buildBody();
    retranslate();
}

void DashboardPanel::buildHeader()
{
    auto *bar = new QWidget(this);
    auto *line = new QHBoxLayout(bar);
    line->setContentsMargins(kWideMargin, kGap, kWideMargin, kGap);
    line->setSpacing(kGap);
    // What does not fit beside the others goes on below: a wide word never widens the window.
    auto *pickers = new QWidget(bar);
    auto *row = new FlowLayout(pickers, kGap);
    row->setContentsMargins(0, 0, 0, 0);
    line->addWidget(pickers, 1);
    heading_ = roleLabel(QStringLiteral("title"));
    row->addWidget(heading_);
    span_ = new QComboBox(bar);
    from_ = new QDateEdit(bar);
    to_ = new QDateEdit(bar);
    brand_ = new QComboBox(bar);
    network_ = new QComboBox(bar);
    relays_ = new RelayBox(shell(), bar);
    for (int i = 0; i <= static_cast<int>(Span::Custom); ++i)
        span_->addItem(QString());
    span_->setCurrentIndex(static_cast<int>(Span::Month));
    from_->setCalendarPopup(true);
    to_->setCalendarPopup(true);
    from_->setDate(QDate::currentDate().addDays(-29));
    to_->setDate(QDate::currentDate());
    for (auto *widget : std::initializer_list<QWidget *>{span_, from_, to_, brand_, network_, relays_})
        row->addWidget(widget);
    compared_ = new ElidedLabel;
    setRole(compared_, QStringLiteral("muted"));
    row->addWidget(compared_);
    export_ = roleButton(QStringLiteral("quiet"), bar);
    auto *menu = new QMenu(export_);
    auto *csv = menu->addAction(QString(), this, [this] { exportCsv(); });
    auto *pdf = menu->addAction(QString(), this, [this] { exportPdf(); });
    csv->setObjectName(QStringLiteral("csv"));
    pdf->setObjectName(QStringLiteral("pdf"));
    export_->setMenu(menu);
    line->addWidget(export_, 0, Qt::AlignTop);
    layout()->addWidget(bar);
    connect(span_, &QComboBox::currentIndexChanged, this, [this] {
        retranslate();
        reload();
    });
    for (auto *combo : {brand_, network_, relays_})
        connect(combo, &QComboBox::currentIndexChanged, this, [this] { reload(); });
    for (auto *date : {from_, to_})
        connect(date, &QDateEdit::dateChanged, this, [this] { reload(); });
}

void DashboardPanel::buildBody()
{
    scroll_ = new QScrollArea(this);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    body_ = new QWidget;
    auto *column = new QVBoxLayout(body_);
    column->setContentsMargins(kWideMargin, 0, kWideMargin, kWideMargin);
    column->setSpacing(kMargin);
    tileArea_ = new QWidget(body_);
    auto *grid = new QGridLayout(tileArea_);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(kMargin);
    for (int i = 0; i < kTiles; ++i) {
        auto *tile = new Tile(tileArea_);
        tile->setLoading();
        connect(tile, &QAbstractButton::clicked, this, [this, tile] { openRows(tile->indicator().key); });
        connect(tile, &Tile::coveragePressed, this, &DashboardPanel::showCoverage);
        tiles_.push_back(tile);
    }
    column->addWidget(tileArea_);
    charts_ = new QBoxLayout(QBoxLayout::LeftToRight);
    charts_->setSpacing(kMargin);
    mentions_ = new MentionsChart(body_);
    tone_ = new ToneChart(body_);
    charts_->addWidget(mentions_, 3);
    charts_->addWidget(tone_, 2);
    column->addLayout(charts_, 3);
    lists_ = new QBoxLayout(QBoxLayout::LeftToRight);
    lists_->setSpacing(kMargin);
    panelTable_ = makeTable(4);
    membersTable_ = makeTable(5);
    panelTitle_ = roleLabel(QStringLiteral("title"));
    membersTitle_ = roleLabel(QStringLiteral("title"));
    for (const auto &[title, table, stretch] : {std::tuple(panelTitle_, panelTable_, 2), std::tuple(membersTitle_, membersTable_, 3)}) {
        auto *card = new QFrame(body_);
        setRole(card, QStringLiteral("card"));
        auto *inside = new QVBoxLayout(card);
        inside->setContentsMargins(kMargin, kGap, kMargin, kGap);
        inside->addWidget(title);
        inside->addWidget(table);
        lists_->addWidget(card, stretch);
    }
    // A click, or Enter on the row.
    connect(panelTable_, &QTableWidget::cellClicked, this, [this](int row, int) { openQuery(row); });
    connect(membersTable_, &QTableWidget::cellClicked, this, [this](int row, int) { openMember(row); });
    for (auto *chart : std::initializer_list<ChartCard *>{mentions_, tone_}) {
        connect(chart, &ChartCard::dayPressed, this, &DashboardPanel::openDay);
        connect(chart, &ChartCard::coveragePressed, this, &DashboardPanel::showCoverage);
    }
    connect(panelTable_, &QTableWidget::cellActivated, this, [this](int row, int) { openQuery(row); });
    connect(membersTable_, &QTableWidget::cellActivated, this, [this](int row, int) { openMember(row); });
    column->addLayout(lists_, 2);
    scroll_->setWidget(body_);
    stack_ = new QStackedWidget(this);
    empty_ = new EmptyState(this);
    stack_->addWidget(scroll_);
    stack_->addWidget(empty_);
    connect(empty_, &EmptyState::actionPressed, this, [this] { span_->setCurrentIndex(static_cast<int>(Span::Quarter)); });
    static_cast<QVBoxLayout *>(layout())->addWidget(stack_, 1);
    connect(&shell().theme, &Theme::changed, this, &DashboardPanel::lay);
    lay();
}

void DashboardPanel::lay()
{
    layTiles();
    for (auto *label : std::initializer_list<QWidget *>{heading_, compared_})
        label->setMinimumHeight(span_->sizeHint().height());
    // Charts and lists stand side by side where each can be read, else one above the other.
    const auto &theme = Theme::of(this);
    const bool side = width() - 2 * kWideMargin >= 2 * theme.scaled(kChartWidth);
    for (auto *box : {charts_, lists_})
        box->setDirection(side ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    for (auto *table : {panelTable_, membersTable_}) {
        table->verticalHeader()->setDefaultSectionSize(theme.scaled(kRowHeight));
        table->setMinimumHeight(theme.scaled(kRowHeight) * (side ? 7 : 5));
    }
}

void DashboardPanel::layTiles()
{
    // Six in a row where there is room, else three, two or one: text at 200 % stays whole.
    auto *grid = static_cast<QGridLayout *>(tileArea_->layout());
    const int room = std::max(1, width() - 2 * kWideMargin); // the viewport learns its width later
    int wanted = 0;
    for (const auto *tile : tiles_)
        wanted = std::max(wanted, tile->wantedWidth() + kMargin);
    const int columns = room >= wanted * 6 ? 6 : room >= wanted * 3 ? 3 : room >= wanted * 2 ? 2 : 1;
    for (auto *tile : tiles_)
        tile->updateGeometry();
    if (grid->count() == kTiles && grid->property("columns").toInt() == columns)
        return;
    grid->setProperty("columns", columns);
    for (int i = 0; i < kTiles; ++i)
        grid->addWidget(tiles_[static_cast<std::size_t>(i)], i / columns, i % columns);
    for (int i = 0; i < kTiles; ++i)
        grid->setColumnStretch(i, i < columns ? 1 : 0);
}

void DashboardPanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    lay();
}

void DashboardPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        loadPickers();
    }
    Panel::changeEvent(event);
}

void DashboardPanel::retranslate()
{
    heading_->setText(tr("Overview"));
    const QStringList spans{tr("Today"), tr("Last 7 days"), tr("Last 30 days"), tr("Last 90 days"), tr("This month"), tr("Last month"), tr("From … to …")};
    for (int i = 0; i < spans.size(); ++i)
        span_->setItemText(i, spans[i]);
    span_->setAccessibleName(tr("Period"));
    from_->setAccessibleName(tr("First day"));
    to_->setAccessibleName(tr("Last day"));
    const bool custom = span_->currentIndex() == static_cast<int>(Span::Custom);
    from_->setVisible(custom);
    to_->setVisible(custom);
    brand_->setAccessibleName(tr("Brand"));
    network_->setAccessibleName(tr("Network"));
    export_->setText(tr("Export"));
    for (auto *action : export_->menu()->actions())
        action->setText(action->objectName() == QLatin1String("csv") ? tr("Figures as CSV…") : tr("Page as PDF…"));
    panelTitle_->setText(tr("Share of voice"));
    membersTitle_->setText(tr("Who speaks most"));
    panelTable_->setAccessibleName(panelTitle_->text());
    membersTable_->setAccessibleName(membersTitle_->text());
    panelTable_->setHorizontalHeaderLabels({tr("Name"), tr("Mentions"), tr("Share"), tr("Change")});
    membersTable_->setHorizontalHeaderLabels({tr("Member"), tr("Mentions"), tr("Change"), tr("Audience"), tr("Tone")});
    for (auto *table : {panelTable_, membersTable_})
        table->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    if (page_)
        show(DashboardReading(*page_));
}

} // namespace vigie::ui
