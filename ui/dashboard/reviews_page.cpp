// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/reviews_page.hpp"

#include "ui/bridge/text.hpp"
#include "ui/dashboard/review_words.hpp"
#include "ui/dashboard/star_bars.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/calm_wheel.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/table_file.hpp"

#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QScrollArea>
#include <QTableWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace vigie::ui {

namespace {

using insight::ReviewSplit;

constexpr std::array kSplits{ReviewSplit::Place, ReviewSplit::Stars, ReviewSplit::Language, ReviewSplit::Network, ReviewSplit::Age, ReviewSplit::Answered};
constexpr int kTiles = 6, kTileWidth = 204, kTableHeight = 190, kLooksHeight = 220, kColumns = 7, kBeginning = 100;

QTableWidgetItem *cellOf(const QString &text, bool words)
{
    auto *cell = new QTableWidgetItem(text);
    cell->setTextAlignment((words ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return cell;
}

} // namespace

ReviewsPage::ReviewsPage(Shell &shell, QWidget *parent)
    : PageBody(shell, parent), place_(new QComboBox(this)), split_(new QComboBox(this)), save_(new QPushButton(this)), groups_(new QTableWidget(this)), stars_(new StarBars(this)),
      looks_(new QTreeWidget(this)), starsTitle_(roleLabel(QStringLiteral("strong"), {}, this)), looksTitle_(roleLabel(QStringLiteral("strong"), {}, this)),
      looksWords_(wrappedLabel(QStringLiteral("small"), {}, this)), content_(new QWidget(this)), empty_(new EmptyState(this)), error_(new ErrorBar(this))
{
    setObjectName(QStringLiteral("reviewsPage"));
    build();
    retranslate();
    for (auto *box : {place_, split_})
        connect(box, &QComboBox::activated, this, &ReviewsPage::read);
    connect(save_, &QPushButton::clicked, this, &ReviewsPage::save);
    connect(groups_, &QTableWidget::cellActivated, this, [this](int row, int) { openGroup(row); });
    connect(looks_, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item, int) { openLook(item); });
}

void ReviewsPage::build()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(error_);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    setRole(content_, QStringLiteral("page"));
    auto *layout = new QVBoxLayout(content_);
    layout->setContentsMargins(kWideMargin, kMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    auto *head = new FlowLayout(nullptr, kGap);
    for (auto *box : {place_, split_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents); // they are filled later
        head->addWidget(box);
    }
    head->addWidget(save_);
    layout->addLayout(head);
    auto *row = new FlowLayout(nullptr, kMargin);
    for (int i = 0; i < kTiles; ++i) {
        auto *box = new QFrame(content_);
        setRole(box, QStringLiteral("card"));
        box->setFocusPolicy(Qt::StrongFocus);
        auto *column = new QVBoxLayout(box);
        column->setContentsMargins(kMargin, kGap, kMargin, kGap);
        column->setSpacing(kGrid / 2);
        Tile tile{box, roleLabel(QStringLiteral("small"), {}, box), roleLabel(QStringLiteral("title"), {}, box), wrappedLabel(QStringLiteral("small"), {}, box)};
        for (auto *label : {tile.name, tile.value, tile.note})
            column->addWidget(label);
        column->addStretch();
        tiles_.push_back(tile);
        row->addWidget(box);
    }
    layout->addLayout(row);
    buildTables(*layout);
    scroll->setWidget(content_);
    outer->addWidget(scroll, 1);
    outer->addWidget(empty_, 1);
    empty_->hide();
}

void ReviewsPage::buildTables(QBoxLayout &layout)
{
    const auto &theme = Theme::of(this);
    groups_->setColumnCount(kColumns);
    groups_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    groups_->setSelectionBehavior(QAbstractItemView::SelectRows);
    groups_->setSelectionMode(QAbstractItemView::SingleSelection);
    groups_->setTabKeyNavigation(false);
    groups_->setShowGrid(false);
    groups_->verticalHeader()->hide();
    groups_->setMinimumHeight(theme.scaled(kTableHeight));
    auto *stars = new QVBoxLayout;
    stars->addWidget(starsTitle_);
    stars->addWidget(stars_);
    stars->addStretch();
    auto *middle = new QHBoxLayout;
    middle->setSpacing(kWideMargin);
    middle->addWidget(groups_, 1);
    middle->addLayout(stars);
    layout.addLayout(middle, 1);
    looks_->setColumnCount(2);
    looks_->setUniformRowHeights(true);
    looks_->setRootIsDecorated(true);
    looks_->setMinimumHeight(theme.scaled(kLooksHeight));
    looks_->header()->setStretchLastSection(false);
    looks_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    looks_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    layout.addWidget(looksTitle_);
    layout.addWidget(looksWords_);
    layout.addWidget(looks_, 1);
}

void ReviewsPage::retranslate()
{
    setAccessibleName(tr("Reviews"));
    place_->setAccessibleName(tr("Place"));
    split_->setAccessibleName(tr("Split"));
    const auto chosen = split_->currentIndex();
    split_->clear();
    for (const auto split : kSplits)
        split_->addItem(ReviewWords::split(split), static_cast<int>(split));
    split_->setCurrentIndex(std::max(0, chosen));
    save_->setText(tr("Save the list of signals..."));
    groups_->setAccessibleName(tr("Reviews in groups"));
    starsTitle_->setText(tr("Stars given"));
    looksTitle_->setText(tr("Worth a second look"));
    looksWords_->setText(tr("Facts with a weight, of two kinds at least, each with a reason that may be honest; no judgement of who wrote. Also what was changed after our answer or is gone. Enter opens a review."));
    looks_->setAccessibleName(looksTitle_->text());
    looks_->setHeaderLabels({tr("Review and reasons"), tr("Weight")});
    empty_->setContent(QStringLiteral("star"), tr("No reviews in this period"),
                       tr("Reviews come from accounts of places and shops, or from a file: import one with its stars (rating) and places (place)."));
    groups_->setHorizontalHeaderLabels({tr("Group"), tr("Reviews"), tr("Mean"), tr("Without old"), tr("Weighted"), tr("4 stars or more, at least"), tr("Answered")});
    for (int column = 0; column < kColumns; ++column) // as the cells below stand
        groups_->horizontalHeaderItem(column)->setTextAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (page_)
        show(*page_);
}

void ReviewsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    PageBody::changeEvent(event);
}

void ReviewsPage::takeFocus()
{
    (groups_->isVisible() ? static_cast<QWidget *>(groups_) : place_)->setFocus(Qt::OtherFocusReason);
}

void ReviewsPage::ask(const PageQuestion &question)
{
    question_ = question;
    read();
}

void ReviewsPage::read()
{
    if (!question_)
        return;
    insight::ReviewRequest request;
    request.scope = question_->scope;
    request.period = question_->period;
    request.by = static_cast<ReviewSplit>(split_->currentData().toInt());
    if (place_->currentIndex() > 0)
        request.place = place_->currentData().toString().toStdString();
    const auto number = generation_.next();
    if (!page_ && content_->isAncestorOf(QApplication::focusWidget()))
        awaitsKeys_ = true; // what is disabled loses them
    content_->setEnabled(page_.has_value()); // old values stay until the new ones come
    bridge().read<insight::ReviewPage>(this, [request](store::Tx &tx) { return insight::ReviewReader(tx).page(request); }, [this, number, request](Result<insight::ReviewPage> page) {
        if (!generation_.is(number))
            return;
        content_->setEnabled(true);
        failed_ = !page.has_value();
        if (!page)
            return error_->setError(page.error());
        error_->clear();
        request_ = request;
        show(std::move(*page));
        if (std::exchange(awaitsKeys_, false) && QApplication::focusWidget() == nullptr)
            takeFocus();
    });
}

void ReviewsPage::show(insight::ReviewPage page)
{
    page_ = std::move(page);
    const bool nothing = page_->all.reviews == 0 && page_->rows.empty() && !request_.place;
    content_->parentWidget()->parentWidget()->setVisible(!nothing);
    empty_->setVisible(nothing);
    save_->setEnabled(!page_->sheets.empty());
    showPlaces();
    showTiles();
    showGroups();
    stars_->setDistribution(page_->all.distribution);
    showLooks();
}

void ReviewsPage::showTiles()
{
    const auto words = ReviewWords::tiles(page_->all);
    for (std::size_t i = 0; i < tiles_.size() && i < words.size(); ++i) {
        auto &tile = tiles_[i];
        tile.box->setFixedWidth(Theme::of(this).scaled(kTileWidth));
        tile.name->setText(words[i].name);
        tile.value->setText(words[i].value);
        setRole(tile.value, words[i].direction > 0 ? QStringLiteral("pos") : words[i].direction < 0 ? QStringLiteral("neg") : QStringLiteral("title"));
        tile.value->setFont(Theme::of(this).font(TextSize::Title, QFont::DemiBold));
        showText(tile.note, words[i].note);
        tile.box->setToolTip(words[i].formula);
        tile.box->setAccessibleName(QStringLiteral("%1: %2. %3").arg(words[i].name, words[i].value, words[i].note));
        tile.box->setAccessibleDescription(words[i].formula);
    }
    int height = 0; // one row of them is as high as the highest
    for (const auto &tile : tiles_)
        height = std::max(height, tile.box->layout()->totalHeightForWidth(tile.box->width()));
    for (const auto &tile : tiles_)
        tile.box->setMinimumHeight(height);
}

void ReviewsPage::showPlaces()
{
    const auto chosen = request_.place;
    place_->clear();
    place_->addItem(tr("All places"));
    for (const auto &place : page_->places) {
        place_->addItem(ReviewWords::group(ReviewSplit::Place, place, bridge()), qs(place));
        if (chosen && place == *chosen)
            place_->setCurrentIndex(place_->count() - 1);
    }
}

void ReviewsPage::showGroups()
{
    const auto kept = groups_->currentRow();
    groups_->setRowCount(static_cast<int>(page_->groups.size()));
    for (int row = 0; row < groups_->rowCount(); ++row) {
        const auto &group = page_->groups[static_cast<std::size_t>(row)];
        const auto &figures = group.figures;
        const auto dash = QStringLiteral("\u2013");
        const auto stars = [&](const std::optional<double> &value) { return value ? format::number(*value, 2) : dash; };
        const QStringList cells{ReviewWords::group(request_.by, group.key, bridge()), format::number(static_cast<double>(figures.reviews)), stars(figures.mean), stars(figures.recentMean),
                                stars(figures.bayesian), figures.goodShare ? format::percent(figures.goodShare->first) : dash,
                                figures.responseRate ? format::percent(*figures.responseRate / 100) : dash};
        for (int column = 0; column < kColumns; ++column)
            groups_->setItem(row, column, cellOf(cells[column], column == 0));
    }
    if (groups_->rowCount() > 0)
        groups_->setCurrentCell(std::clamp(kept, 0, groups_->rowCount() - 1), 0);
    groups_->resizeColumnsToContents();
    groups_->resizeRowsToContents();
    groups_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
}

void ReviewsPage::addLook(std::size_t at)
{
    const auto &row = page_->rows[at];
    auto words = row.text.empty() ? qs(row.title) : qs(row.text);
    words = words.simplified();
    if (words.size() > kBeginning)
        words = words.left(kBeginning) + QChar(0x2026);
    auto *item = new QTreeWidgetItem(looks_);
    item->setData(0, Qt::UserRole, static_cast<qlonglong>(row.item.value));
    item->setText(0, QStringLiteral("%1 \u2013 %2").arg(ReviewWords::head(row, question_ ? question_->zone : std::string("UTC")), words));
    if (at < page_->sheets.size()) {
        item->setText(1, QString::number(page_->sheets[at].weight));
        for (const auto &reason : page_->sheets[at].reasons) {
            auto *line = new QTreeWidgetItem(item);
            line->setText(0, ReviewWords::reason(reason));
            line->setText(1, QString::number(insight::weightOf(reason.signal)));
            const auto opens = reason.other ? reason.other : row.item;
            line->setData(0, Qt::UserRole, static_cast<qlonglong>(opens.value));
        }
    }
    if (insight::wantsALook(row)) {
        auto *line = new QTreeWidgetItem(item);
        line->setText(0, ReviewWords::look(row, question_ ? question_->zone : std::string("UTC")));
        line->setData(0, Qt::UserRole, static_cast<qlonglong>(row.item.value));
    }
    item->setExpanded(true);
}

void ReviewsPage::showLooks()
{
    looks_->clear();
    for (std::size_t at = 0; at < page_->rows.size(); ++at)
        addLook(at);
    const bool any = !page_->rows.empty();
    looks_->setVisible(any);
    looksWords_->setVisible(any);
    looksTitle_->setText(any ? tr("Worth a second look") : tr("No review has two independent signals, and none changed after our answer."));
    if (any)
        looks_->setCurrentItem(looks_->topLevelItem(0));
}

void ReviewsPage::openLook(QTreeWidgetItem *item)
{
    if (item != nullptr)
        Q_EMIT shell().openItem(ItemId{item->data(0, Qt::UserRole).toLongLong()});
}

void ReviewsPage::openGroup(int row)
{
    if (!page_ || row < 0 || row >= static_cast<int>(page_->groups.size()))
        return;
    const auto key = page_->groups[static_cast<std::size_t>(row)].key;
    Q_EMIT shell().openRows(tr("Reviews: %1").arg(groups_->item(row, 0)->text()),
                            [request = request_, key](store::Tx &tx, const store::SearchPage &page) { return insight::ReviewReader(tx).rows(request, key, page); });
}

void ReviewsPage::save()
{
    if (page_)
        askTableFile(bridge(), *error_, this, insight::sheetsCsv(*page_, QLocale().name().left(2).toStdString()));
}

} // namespace vigie::ui
