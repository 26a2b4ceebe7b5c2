// SPDX-License-Identifier: GPL-3.0-or-later
// How the dashboard is put together and worded; what it does is in dashboard_panel.cpp.
#include "ui/dashboard/charts.hpp"
#include "ui/dashboard/dashboard_panel.hpp"
#include "ui/dashboard/tile.hpp"
#include "ui/theme/theme.hpp"
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
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>
#include <tuple>

namespace vigie::ui {

namespace {

constexpr int kTiles = 6;

QTableWidget *makeTable(int columns)
{
    auto *table = new QTableWidget(0, columns);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(26);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
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
    buildBody();
    retranslate();
}

void DashboardPanel::buildHeader()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(kWideMargin, kGap, kWideMargin, kGap);
    row->setSpacing(kGap);
    heading_ = roleLabel(QStringLiteral("title"));
    row->addWidget(heading_);
    span_ = new QComboBox(bar);
    from_ = new QDateEdit(bar);
    to_ = new QDateEdit(bar);
    brand_ = new QComboBox(bar);
    network_ = new QComboBox(bar);
    for (int i = 0; i <= static_cast<int>(Span::Custom); ++i)
        span_->addItem(QString());
    span_->setCurrentIndex(static_cast<int>(Span::Month));
    from_->setCalendarPopup(true);
    to_->setCalendarPopup(true);
    from_->setDate(QDate::currentDate().addDays(-29));
    to_->setDate(QDate::currentDate());
    for (auto *widget : std::initializer_list<QWidget *>{span_, from_, to_, brand_, network_})
        row->addWidget(widget);
    compared_ = roleLabel(QStringLiteral("muted"));
    row->addWidget(compared_, 1);
    export_ = roleButton(QStringLiteral("quiet"), bar);
    auto *menu = new QMenu(export_);
    auto *csv = menu->addAction(QString(), this, [this] { exportCsv(); });
    auto *pdf = menu->addAction(QString(), this, [this] { exportPdf(); });
    csv->setObjectName(QStringLiteral("csv"));
    pdf->setObjectName(QStringLiteral("pdf"));
    export_->setMenu(menu);
    row->addWidget(export_);
    layout()->addWidget(bar);
    connect(span_, &QComboBox::currentIndexChanged, this, [this] {
        retranslate();
        reload();
    });
    for (auto *combo : {brand_, network_})
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
        tiles_.push_back(tile);
    }
    column->addWidget(tileArea_);
    auto *charts = new QHBoxLayout;
    charts->setSpacing(kMargin);
    mentions_ = new MentionsChart(body_);
    tone_ = new ToneChart(body_);
    charts->addWidget(mentions_, 3);
    charts->addWidget(tone_, 2);
    column->addLayout(charts, 3);
    auto *lists = new QHBoxLayout;
    lists->setSpacing(kMargin);
    panelTable_ = makeTable(3);
    membersTable_ = makeTable(4);
    panelTitle_ = roleLabel(QStringLiteral("title"));
    membersTitle_ = roleLabel(QStringLiteral("title"));
    for (const auto &[title, table, stretch] : {std::tuple(panelTitle_, panelTable_, 2), std::tuple(membersTitle_, membersTable_, 3)}) {
        auto *card = new QFrame(body_);
        setRole(card, QStringLiteral("card"));
        auto *inside = new QVBoxLayout(card);
        inside->setContentsMargins(kMargin, kGap, kMargin, kGap);
        inside->addWidget(title);
        inside->addWidget(table);
        lists->addWidget(card, stretch);
    }
    connect(panelTable_, &QTableWidget::cellActivated, this, [this](int row, int) { openQuery(row); });
    connect(membersTable_, &QTableWidget::cellActivated, this, [this](int row, int) { openMember(row); });
    column->addLayout(lists, 2);
    scroll_->setWidget(body_);
    static_cast<QVBoxLayout *>(layout())->addWidget(scroll_, 1);
    layTiles();
}

void DashboardPanel::layTiles()
{
    // Six in a row where there is room, else three, else two: text at 200 % stays whole.
    auto *grid = static_cast<QGridLayout *>(tileArea_->layout());
    const int room = std::max(1, width() - 2 * kWideMargin); // the viewport learns its width later
    const int wanted = tiles_.front()->minimumSizeHint().width() + kMargin;
    const int columns = room >= wanted * 6 ? 6 : room >= wanted * 3 ? 3 : 2;
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
    layTiles();
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
    panelTable_->setHorizontalHeaderLabels({tr("Name"), tr("Mentions"), tr("Share")});
    membersTable_->setHorizontalHeaderLabels({tr("Member"), tr("Mentions"), tr("Audience"), tr("Tone")});
    if (page_)
        show(insight::DashboardPage(*page_));
}

} // namespace vigie::ui
