// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/trends_pane.hpp"

#include "ui/app/relay_count.hpp"
#include "ui/app/shell.hpp"
#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/coverage/coverage_foot.hpp"
#include "ui/feed/trends_model.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/store/items.hpp>
#include <vigie/store/relay_counting.hpp>

#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QListView>
#include <QProgressBar>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kLookAtWorkMs = 100;
constexpr int kEmptyPage = 2; ///< of the stack: skeleton, list, explanation
} // namespace

QString sourceWithTerm(const QString &source, const QString &term, bool leaveOut)
{
    const auto wanted = leaveOut ? QLatin1Char('-') + term : term;
    const auto before = source.trimmed();
    if (before.isEmpty())
        return wanted;
    const auto parsed = text::parseQuery(utf8(before));
    // OR binds least; a comment ends where its line does.
    const bool loose = parsed && parsed->root.kind == text::QueryNode::Kind::Or;
    const QString blank = before.contains(QLatin1Char('#')) ? QStringLiteral("\n") : QStringLiteral(" ");
    return loose ? QLatin1Char('(') + before + (blank == QLatin1String("\n") ? blank : QString()) + QLatin1String(") ") + wanted : before + blank + wanted;
}

TrendsPane::TrendsPane(Shell &shell, QWidget *parent) : QWidget(parent), shell_(shell), model_(new TrendsModel(this))
{
    setProperty("role", "pane");
    setAttribute(Qt::WA_StyledBackground);
    setFocusPolicy(Qt::ClickFocus);
    build();
    progressTimer_.setInterval(kLookAtWorkMs);
    connect(&progressTimer_, &QTimer::timeout, this, [this] { progress_->setValue(counting_ ? static_cast<int>(counting_->share * 100) : 0); });
    connect(span_, &QComboBox::activated, this, &TrendsPane::count);
    connect(relays_, &QComboBox::currentIndexChanged, this, [this] {
        if (isVisible())
            count();
    });
    connect(stop_, &QPushButton::clicked, this, &TrendsPane::stopCounting);
    connect(close_, &QPushButton::clicked, this, &TrendsPane::closed);
    connect(error_, &ErrorBar::actionPressed, this, &TrendsPane::count);
    connect(empty_, &EmptyState::actionPressed, this, &TrendsPane::count);
    connect(list_, &QListView::activated, this, &TrendsPane::openPosts);
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, &TrendsPane::chosen);
    retranslate();
}

TrendsPane::~TrendsPane()
{
    if (counting_)
        counting_->stop = true;
}

void TrendsPane::build()
{
    header_ = new PaneHeader(this);
    close_ = roleButton(QStringLiteral("link"), this);
    header_->addRight(close_);
    auto *choices = new QWidget(this);
    auto *flow = new FlowLayout(choices, kGap);
    flow->setContentsMargins(kWideMargin, kGap, kWideMargin, kGrid);
    span_ = new QComboBox(choices);
    relays_ = new RelayBox(shell_, choices);
    flow->addWidget(span_);
    flow->addWidget(relays_);
    progressRow_ = new QWidget(this);
    progress_ = new QProgressBar(progressRow_);
    progress_->setTextVisible(false);
    stop_ = roleButton(QStringLiteral("link"), progressRow_);
    auto *progressLayout = new QHBoxLayout(progressRow_);
    progressLayout->setContentsMargins(kWideMargin, 0, kWideMargin, 0);
    progressLayout->addWidget(progress_, 1);
    progressLayout->addWidget(stop_);
    progressRow_->hide();
    error_ = new ErrorBar(this);
    summary_ = wrappedLabel(QStringLiteral("small"), {}, this);
    note_ = wrappedLabel(QStringLiteral("warn"), {}, this);
    summary_->setContentsMargins(kWideMargin, kGrid, kWideMargin, kGrid);
    note_->setContentsMargins(kWideMargin, 0, kWideMargin, kGap);
    coverage_ = new CoverageFoot(shell_, this);
    coverage_->setContentsMargins(kWideMargin, 0, kWideMargin, kGap);
    list_ = new QListView(this);
    list_->setModel(model_);
    list_->setItemDelegate(new TrendsDelegate(list_));
    list_->setUniformItemSizes(true);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    skeleton_ = new Skeleton(62, this);
    empty_ = new EmptyState(this);
    stack_ = new QStackedLayout;
    stack_->addWidget(skeleton_);
    stack_->addWidget(list_);
    // Large words in a low window: what explains the emptiness is scrolled, the choices and the buttons stay whole.
    auto *explained = new QScrollArea(this);
    explained->setWidgetResizable(true);
    explained->setFrameShape(QFrame::NoFrame);
    explained->setFocusPolicy(Qt::NoFocus);
    explained->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    explained->setWidget(empty_);
    stack_->addWidget(explained);
    auto *foot = new QFrame(this);
    foot->setProperty("role", "footer");
    posts_ = roleButton(QStringLiteral("primary"), foot);
    add_ = roleButton({}, foot);
    leaveOut_ = roleButton({}, foot);
    auto *footFlow = new FlowLayout(foot, kGap);
    footFlow->setContentsMargins(kWideMargin, kMargin, kWideMargin, kMargin);
    for (auto *button : {posts_, add_, leaveOut_})
        footFlow->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (auto *widget : {static_cast<QWidget *>(header_), choices, progressRow_, static_cast<QWidget *>(error_), static_cast<QWidget *>(summary_), static_cast<QWidget *>(note_), static_cast<QWidget *>(coverage_)})
        layout->addWidget(widget);
    layout->addLayout(stack_, 1);
    layout->addWidget(foot);
}

void TrendsPane::bindButtons(CommandRegistry &commands)
{
    commands.bind(posts_, QStringLiteral("feed.trendPosts"));
    commands.bind(add_, QStringLiteral("feed.trendAdd"));
    commands.bind(leaveOut_, QStringLiteral("feed.trendLeaveOut"));
}

void TrendsPane::showColumn(const SavedQuery &query, bool anew)
{
    // Another meaning of a query that it asks for is another version.
    const bool other = query_.id != query.id || query_.source != query.source || query_.version != query.version;
    query_ = query;
    retranslate();
    if (other || anew)
        count();
}

insight::TrendSpan TrendsPane::span() const
{
    return static_cast<insight::TrendSpan>(span_->currentData().toInt());
}

void TrendsPane::count()
{
    stopCounting();
    asker_ = new QObject(this);
    counting_ = std::make_shared<Counting>();
    error_->clear();
    progress_->setValue(0);
    progressRow_->show();
    progressTimer_.start();
    if (!haveTrends_)
        stack_->setCurrentWidget(skeleton_);
    insight::TrendRequest request;
    request.source = query_.source;
    request.span = span();
    request.withoutRelays = relays_->currentIndex() == 1;
    request.progress = [work = counting_](double share) {
        work->share = share;
        return !work->stop;
    };
    shell_.bridge.read<insight::Trends>(
        asker_, [request](store::Tx &tx) { return insight::TrendFinder(tx).find(request); }, [this](Result<insight::Trends> trends) { show(std::move(trends)); });
}

void TrendsPane::stopCounting()
{
    delete asker_.data();
    if (!counting_)
        return;
    counting_->stop = true;
    counting_.reset();
    progressTimer_.stop();
    progressRow_->hide();
    if (!haveTrends_) {
        empty_->setContent(QStringLiteral("chart-line"), tr("Stopped"), tr("Nothing was counted to the end."), tr("Count again"));
        stack_->setCurrentIndex(kEmptyPage);
    }
}

void TrendsPane::show(Result<insight::Trends> trends)
{
    counting_.reset();
    progressTimer_.stop();
    progressRow_->hide();
    if (!trends) {
        if (trends.error().code != Errc::Cancelled)
            error_->setError(trends.error());
        return;
    }
    const auto *focused = QApplication::focusWidget();
    const bool hadFocus = focused == this || (focused != nullptr && isAncestorOf(focused));
    haveTrends_ = true;
    model_->setTrends(std::move(*trends));
    if (model_->rowCount() > 0)
        list_->setCurrentIndex(model_->index(0));
    retranslate();
    tellCoverage();
    if (hadFocus && !span_->hasFocus() && !relays_->hasFocus())
        takeFocus();
    Q_EMIT chosen();
}

/// Of all that was held against each other: now and the stretches before.
void TrendsPane::tellCoverage()
{
    const auto &trends = model_->trends();
    app::CoverageScope scope;
    if (const auto parsed = text::parseQuery(query_.source))
        scope.networks = app::networksAsked(parsed->root);
    scope.from = trends.before.empty() ? trends.now.from : trends.before.back().from;
    scope.to = trends.now.to;
    coverage_->tellOf(tr("Trends: %1").arg(format::queryName(query_.name)), std::move(scope));
}

void TrendsPane::takeFocus()
{
    if (stack_->currentWidget() == list_)
        list_->setFocus();
    else if (counting_)
        setFocus(); // the list takes it as soon as it is there
    else
        span_->setFocus();
}

bool TrendsPane::hasTerm() const
{
    return isVisible() && stack_->currentWidget() == list_ && model_->at(list_->currentIndex().row()) != nullptr;
}

void TrendsPane::openPosts()
{
    const auto *trend = model_->at(list_->currentIndex().row());
    if (trend == nullptr)
        return;
    auto query = text::parseQuery(utf8(sourceWithTerm(qs(query_.source), qs(trend->query), false)));
    if (!query)
        return;
    const auto title = tr("%1: %2", "column, term").arg(format::queryName(query_.name), qs(trend->form));
    const auto from = model_->trends().now.from, to = model_->trends().now.to;
    Q_EMIT shell_.openRows(title, [query = std::move(*query), from, to, counts = relays_->currentIndex() == 0](store::Tx &tx, const store::SearchPage &asked) {
        const store::AsCounted counted(tx, counts);
        auto page = asked;
        page.from = from;
        page.to = to;
        return store::Items(tx).search(query, page);
    });
}

QString TrendsPane::proposal(bool leaveOut) const
{
    const auto *trend = model_->at(list_->currentIndex().row());
    return trend == nullptr ? QString() : sourceWithTerm(qs(query_.source), qs(trend->query), leaveOut);
}

QJsonObject TrendsPane::state() const
{
    return {{QStringLiteral("span"), span_->currentIndex()}};
}

void TrendsPane::restore(const QJsonObject &state)
{
    span_->setCurrentIndex(std::clamp(state[QStringLiteral("span")].toInt(1), 0, span_->count() - 1));
}

void TrendsPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    if (counting_)
        stopCounting();
    else
        Q_EMIT closed();
}

void TrendsPane::showNote()
{
    const auto &trends = model_->trends();
    QStringList notes;
    const auto unread = std::count_if(trends.before.begin(), trends.before.end(), [](const insight::TrendStretch &stretch) { return !stretch.used; });
    const bool partly = std::any_of(trends.before.begin(), trends.before.end(), [](const insight::TrendStretch &stretch) { return stretch.used && stretch.seen < 0.995; });
    if (trends.now.seen < 0.995)
        notes << tr("Only %1 of this time was read so far.").arg(format::percent(trends.now.seen));
    if (unread > 0)
        notes << tr("%1 of %2 stretches before were not read: they do not count.").arg(unread).arg(trends.before.size());
    if (partly)
        notes << tr("Some before were read in part: what was missed is added by proportion.");
    if (trends.every > 1)
        notes << tr("There is too much to read at once: each %1th mention was, and counts are of those.").arg(trends.every);
    note_->setText(notes.join(QLatin1Char(' ')));
    note_->setVisible(haveTrends_ && !notes.isEmpty());
    summary_->setVisible(haveTrends_);
    summary_->setText(tr("%n author(s) now", nullptr, trends.authors) + QStringLiteral(" \u00B7 ")
                      + tr("usually %1", "authors").arg(format::number(trends.authorsBefore, trends.authorsBefore < 10 ? 1 : 0)) + QStringLiteral(" \u00B7 ")
                      + tr("%n mention(s)", nullptr, trends.mentions));
}

void TrendsPane::retranslate()
{
    header_->setTitle(query_.source.empty() && query_.name.empty() ? tr("Trends") : tr("Trends: %1").arg(format::queryName(query_.name)));
    close_->setText(tr("Close"));
    close_->setAccessibleName(tr("Close the trends"));
    stop_->setText(tr("Stop"));
    stop_->setAccessibleName(tr("Stop counting"));
    progress_->setAccessibleName(tr("Progress"));
    list_->setAccessibleName(tr("What people speak of now and did not before"));
    const int spanBefore = span_->count() == 0 ? 1 : span_->currentIndex();
    span_->clear();
    span_->addItem(tr("The last hour"), static_cast<int>(insight::TrendSpan::Hour));
    span_->addItem(tr("The last 24 hours"), static_cast<int>(insight::TrendSpan::Day));
    span_->addItem(tr("The last 7 days"), static_cast<int>(insight::TrendSpan::Week));
    span_->setCurrentIndex(spanBefore);
    span_->setAccessibleName(tr("Which time is held against the same hours before"));
    showNote();
    if (!haveTrends_)
        return;
    const auto &trends = model_->trends();
    if (!trends.comparable())
        empty_->setContent(QStringLiteral("gap"), tr("Nothing to compare with"), tr("Nothing was read of the time before: what is new cannot be told yet."));
    else if (trends.mentions == 0)
        empty_->setContent(QStringLiteral("chart-line"), tr("Nothing new"), tr("Nobody wrote anything in this time."));
    else
        empty_->setContent(QStringLiteral("chart-line"), tr("Nothing new"),
                           tr("People speak of what they speak of anyway. A term shows here when at least five authors use it, more than chance would have it."));
    if (model_->rowCount() > 0)
        stack_->setCurrentWidget(list_);
    else
        stack_->setCurrentIndex(kEmptyPage);
}

void TrendsPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
