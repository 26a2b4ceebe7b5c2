// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/dashboard_panel.hpp"

#include "ui/bridge/text.hpp"
#include "ui/bridge/write_file.hpp"
#include "ui/command/registry.hpp"
#include "ui/coverage/coverage_dialog.hpp"
#include "ui/dashboard/charts.hpp"
#include "ui/dashboard/export.hpp"
#include "ui/dashboard/indicator_text.hpp"
#include "ui/dashboard/tile.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/relay_counting.hpp>

#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QFileDialog>
#include <QJsonObject>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableWidget>

#include <algorithm>

namespace vigie::ui {

namespace {

const QDate kEpoch(1970, 1, 1);

std::int32_t dayNumber(const QDate &date)
{
    return static_cast<std::int32_t>(kEpoch.daysTo(date));
}

} // namespace

DashboardPanel::DashboardPanel(Shell &shell, QWidget *parent) : Panel(shell, parent)
{
    build();
    soon_.setSingleShot(true);
    soon_.setInterval(60);
    connect(&soon_, &QTimer::timeout, this, [this] { reload(); });
    connect(&bridge(), &Bridge::changed, this, [this](const Change &change) {
        if (change.queries || !change.accounts.empty())
            loadPickers();
        // Figures follow what arrives, but no more than every few seconds: a page that flickers is not read.
        if (!change.itemsAdded.empty() || !change.tickets.empty() || change.queries || !change.matches.empty() || !change.itemsChanged.empty())
            if (!soon_.isActive())
                soon_.start(isVisible() ? 2000 : 10'000);
    });
    connect(&bridge(), &Bridge::opened, this, [this] { loadPickers(); });
    bridge().whenOpen(this, [this] { loadPickers(); });
}

void DashboardPanel::registerCommands(CommandRegistry &commands)
{
    const auto add = [&](const char *id, std::function<QString()> text, const char *icon, QList<QKeySequence> keys, std::function<void()> run) {
        Command command;
        command.id = QString::fromLatin1(id);
        command.text = std::move(text);
        command.icon = QString::fromLatin1(icon);
        command.keys = std::move(keys);
        command.context = this;
        command.run = std::move(run);
        commands.add(std::move(command));
    };
    add("dashboard.earlier", [] { return tr("Period before"); }, "chevron-left", {QKeySequence(Qt::Key_P)}, [this] { stepPeriod(-1); });
    add("dashboard.later", [] { return tr("Period after"); }, "chevron-right", {QKeySequence(Qt::Key_N)}, [this] { stepPeriod(1); });
    add("dashboard.week", [] { return tr("Last 7 days"); }, "calendar", {QKeySequence(Qt::Key_7)}, [this] { span_->setCurrentIndex(static_cast<int>(Span::Week)); });
    add("dashboard.month", [] { return tr("Last 30 days"); }, "calendar", {QKeySequence(Qt::Key_3)}, [this] { span_->setCurrentIndex(static_cast<int>(Span::Month)); });
    add("dashboard.quarter", [] { return tr("Last 90 days"); }, "calendar", {QKeySequence(Qt::Key_9)}, [this] { span_->setCurrentIndex(static_cast<int>(Span::Quarter)); });
    add("dashboard.refresh", [] { return tr("Compute again"); }, "sync", {QKeySequence(Qt::Key_F5)}, [this] { reload(); });
    add("dashboard.relays", [] { return tr("With or without relays"); }, "sort", {QKeySequence(Qt::Key_W)}, [this] { relays_->setCurrentIndex(1 - relays_->currentIndex()); });
    add("dashboard.coverage", [] { return tr("Coverage and gaps"); }, "gap", {QKeySequence(Qt::Key_G)}, [this] { showCoverage(); });
    add("dashboard.csv", [] { return tr("Export figures as CSV…"); }, "export", {QKeySequence(Qt::Key_C)}, [this] { exportCsv(); });
    add("dashboard.pdf", [] { return tr("Export the page as PDF…"); }, "pdf", {QKeySequence(Qt::Key_R)}, [this] { exportPdf(); });
}

void DashboardPanel::showCoverage()
{
    if (!page_)
        return;
    auto *dialog = new CoverageDialog(shell(), compared_->text(), {page_->filter.networks, page_->coverage.from, page_->coverage.to}, this);
    dialog->open();
}

void DashboardPanel::activated()
{
    if (!tiles_.empty())
        tiles_.front()->setFocus(Qt::OtherFocusReason);
    reload();
}

std::int32_t DashboardPanel::today() const
{
    const auto day = localDay(bridge().now(), bridge().zone());
    return day ? *day : dayNumber(QDate::currentDate());
}

insight::Period DashboardPanel::period() const
{
    const auto now = today();
    const auto date = kEpoch.addDays(now);
    switch (static_cast<Span>(span_->currentIndex())) {
    case Span::Today: return {now, now + 1};
    case Span::Week: return {now - 6, now + 1};
    case Span::Month: return {now - 29, now + 1};
    case Span::Quarter: return {now - 89, now + 1};
    case Span::ThisMonth: return {dayNumber(QDate(date.year(), date.month(), 1)), now + 1};
    case Span::LastMonth: {
        const QDate first(date.year(), date.month(), 1);
        return {dayNumber(first.addMonths(-1)), dayNumber(first)};
    }
    case Span::Custom: return {dayNumber(from_->date()), std::max(dayNumber(to_->date()), dayNumber(from_->date())) + 1};
    }
    return {now - 29, now + 1};
}

void DashboardPanel::stepPeriod(int direction)
{
    const auto now = period();
    const auto length = now.length();
    {
        const QSignalBlocker one(from_), two(to_), three(span_);
        from_->setDate(kEpoch.addDays(now.fromDay + direction * length));
        to_->setDate(kEpoch.addDays(now.toDay - 1 + direction * length));
        span_->setCurrentIndex(static_cast<int>(Span::Custom));
    }
    retranslate();
    reload();
}

void DashboardPanel::loadPickers()
{
    struct Choices {
        std::vector<SavedQuery> queries;
        std::vector<Account> accounts;
    };
    bridge().read<Choices>(
        this,
        [](store::Tx &tx) -> Result<Choices> {
            Choices choices;
            VIGIE_TRY(choices.queries, store::Queries(tx).all());
            VIGIE_TRY(choices.accounts, store::Accounts(tx).all());
            return choices;
        },
        [this](Result<Choices> choices) {
            if (!choices)
                return;
            queries_ = choices->queries;
            filling_ = true;
            const auto brand = brand_->count() > 0 ? brand_->currentData().toLongLong() : wantedBrand_;
            const auto network = network_->count() > 0 ? network_->currentData().toString() : wantedNetwork_;
            brand_->clear();
            brand_->addItem(tr("Everything collected"), 0);
            int first = 0;
            for (const auto &query : queries_) {
                brand_->addItem(format::queryName(query.name), static_cast<qlonglong>(query.id.value));
                if (query.role == QueryRole::Brand && first == 0)
                    first = brand_->count() - 1;
            }
            const int kept = brand_->findData(static_cast<qlonglong>(brand));
            brand_->setCurrentIndex(brand != 0 && kept > 0 ? kept : first);
            network_->clear();
            network_->addItem(tr("All networks"), QString());
            QStringList seen;
            for (const auto &account : choices->accounts) {
                const auto connector = qs(account.connector);
                if (!seen.contains(connector))
                    network_->addItem(bridge().networkName(account.connector), connector);
                seen << connector;
            }
            network_->setCurrentIndex(std::max(0, network_->findData(network)));
            filling_ = false;
            reload();
        });
}

void DashboardPanel::reload()
{
    if (filling_ || brand_->count() == 0)
        return;
    insight::DashboardFilter filter;
    filter.period = period();
    filter.brand = QueryId{brand_->currentData().toLongLong()};
    if (const auto network = network_->currentData().toString(); !network.isEmpty())
        filter.networks.push_back(utf8(network));
    filter.withoutRelays = relays_->currentIndex() == 1;
    const auto number = generation_.next();
    bridge().read<DashboardReading>(
        this, [filter](store::Tx &tx) { return readDashboard(tx, filter); },
        [this, number](Result<DashboardReading> page) {
            if (!generation_.is(number))
                return;
            if (!page) {
                failed_ = true;
                error_->setError(page.error());
                return;
            }
            failed_ = false;
            error_->clear();
            show(*page);
        });
}

bool DashboardPanel::isEmpty() const
{
    return page_ && page_->days.end() == std::find_if(page_->days.begin(), page_->days.end(), [](const store::DayCell &day) { return day.total() > 0; })
           && std::all_of(page_->indicators.begin(), page_->indicators.end(), [](const insight::Indicator &one) { return one.n == 0 && one.open == 0; });
}

void DashboardPanel::show(const DashboardReading &reading)
{
    page_ = reading;
    for (std::size_t i = 0; i < tiles_.size() && i < reading.indicators.size(); ++i)
        tiles_[i]->setIndicator(reading.indicators[i], reading.coverage);
    mentions_->setPage(reading);
    tone_->setPage(reading);
    fillTables();
    const auto before = insight::previous(reading.filter.period);
    const auto day = [](std::int32_t value) { return QLocale().toString(kEpoch.addDays(value), QStringLiteral("d MMM yyyy")); };
    const auto from = day(reading.filter.period.fromDay), to = day(reading.filter.period.toDay - 1);
    compared_->setText(tr("%1 to %2, against %3 to %4").arg(from, to, day(before.fromDay), day(before.toDay - 1)));
    const bool longest = reading.filter.period.length() >= 90;
    empty_->setContent(QStringLiteral("dashboard"), tr("Nothing was said in this period"),
                       longest ? tr("No mention from %1 to %2. Choose another brand or network, or connect an account.").arg(from, to)
                               : tr("No mention from %1 to %2. Choose a longer period, another brand or another network.").arg(from, to),
                       longest ? QString() : tr("Last 90 days"));
    stack_->setCurrentWidget(isEmpty() ? static_cast<QWidget *>(empty_) : scroll_);
    lay();
}

void DashboardPanel::fillTables()
{
    const auto cell = [](const QString &text) {
        auto *item = new QTableWidgetItem(text);
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        return item;
    };
    const auto unknown = tr("no data", "no change can be told");
    panelTable_->setRowCount(static_cast<int>(page_->panel.size()));
    for (int row = 0; row < panelTable_->rowCount(); ++row) {
        const auto &one = page_->panel[static_cast<std::size_t>(row)];
        const auto before = page_->panelBefore.find(one.query);
        const bool known = page_->seenBefore && before != page_->panelBefore.end();
        panelTable_->setItem(row, 0, new QTableWidgetItem(qs(one.name)));
        panelTable_->setItem(row, 1, cell(format::number(static_cast<double>(one.mentions))));
        panelTable_->setItem(row, 2, cell(format::percent(one.share, 1)));
        panelTable_->setItem(row, 3, cell(known ? tr("%1 pt").arg(format::signedNumber((one.share - before->second.share) * 100, 1)) : unknown));
    }
    membersTable_->setRowCount(static_cast<int>(page_->members.size()));
    for (int row = 0; row < membersTable_->rowCount(); ++row) {
        const auto &member = page_->members[static_cast<std::size_t>(row)];
        auto *name = new QTableWidgetItem(qs(member.name.empty() ? member.handle : member.name));
        name->setToolTip(QStringLiteral("@") + qs(member.handle).toHtmlEscaped());
        const auto before = page_->membersBefore.find(member.member);
        const bool known = page_->seenBefore && before != page_->membersBefore.end();
        membersTable_->setItem(row, 0, name);
        membersTable_->setItem(row, 1, cell(format::number(static_cast<double>(member.mentions))));
        membersTable_->setItem(row, 2, cell(known ? format::signedNumber(static_cast<double>(member.mentions - before->second), 0) : unknown));
        membersTable_->setItem(row, 3, cell(member.audience < 0 ? tr("unknown") : format::compact(member.audience)));
        membersTable_->setItem(row, 4, cell(format::signedNumber(member.meanTone, 1)));
    }
}

void DashboardPanel::openRows(const std::string &key)
{
    if (!page_)
        return;
    const auto filter = page_->filter;
    Q_EMIT shell().openRows(IndicatorText::name(key), [filter, key](store::Tx &tx, const store::SearchPage &page) {
        return insight::Dashboard(tx).rows(filter, key, page);
    });
}

void DashboardPanel::openDay(int day)
{
    if (!page_)
        return;
    auto filter = page_->filter;
    filter.period = {day, day + 1};
    const auto title = QLocale().toString(kEpoch.addDays(day), tr("dddd d MMMM", "date format: the title of a list"));
    Q_EMIT shell().openRows(title, [filter](store::Tx &tx, const store::SearchPage &page) { return insight::Dashboard(tx).rows(filter, "mentions", page); });
}

void DashboardPanel::openMember(int row)
{
    if (!page_ || row < 0 || row >= static_cast<int>(page_->members.size()))
        return;
    const auto member = page_->members[static_cast<std::size_t>(row)];
    // What the number counts: of this member, about this brand, on these networks, in these days.
    auto source = "author:\"" + member.handle + "\"";
    for (const auto &query : queries_)
        if (query.id == page_->filter.brand && !query.source.empty())
            source = "(" + query.source + "\n) AND " + source; // it may end in a comment
    if (!page_->filter.networks.empty())
        source += " AND network:" + page_->filter.networks.front();
    const auto from = dayStart(page_->filter.period.fromDay, page_->zone), to = dayStart(page_->filter.period.toDay, page_->zone);
    Q_EMIT shell().openRows(QStringLiteral("@") + qs(member.handle), [source, from, to, without = page_->filter.withoutRelays](store::Tx &tx, const store::SearchPage &wanted) -> Result<std::vector<ItemId>> {
        const store::AsCounted counted(tx, !without);
        const auto query = text::parseQuery(source);
        if (!query)
            return fail(text::toError(query.error()));
        auto page = wanted;
        if (from && to) {
            page.from = *from;
            page.to = *to;
        }
        return store::Items(tx).search(*query, page);
    });
}

void DashboardPanel::openQuery(int row)
{
    if (page_ && row >= 0 && row < static_cast<int>(page_->panel.size()))
        Q_EMIT shell().openQuery(page_->panel[static_cast<std::size_t>(row)].query);
}

QJsonObject DashboardPanel::saveState() const
{
    return {{QStringLiteral("span"), span_->currentIndex()},
            {QStringLiteral("from"), from_->date().toString(Qt::ISODate)},
            {QStringLiteral("to"), to_->date().toString(Qt::ISODate)},
            {QStringLiteral("brand"), brand_->currentData().toInt()},
            {QStringLiteral("network"), network_->currentData().toString()}};
}

void DashboardPanel::restoreState(const QJsonObject &state)
{
    const QSignalBlocker one(from_), two(to_), three(span_);
    span_->setCurrentIndex(std::clamp(state.value(QStringLiteral("span")).toInt(static_cast<int>(Span::Month)), 0, span_->count() - 1));
    const auto from = QDate::fromString(state.value(QStringLiteral("from")).toString(), Qt::ISODate);
    const auto to = QDate::fromString(state.value(QStringLiteral("to")).toString(), Qt::ISODate);
    if (from.isValid() && to.isValid()) {
        from_->setDate(from);
        to_->setDate(to);
    }
    wantedBrand_ = state.value(QStringLiteral("brand")).toInt();
    wantedNetwork_ = state.value(QStringLiteral("network")).toString();
    retranslate();
}

bool DashboardPanel::exportReport(const QString &file)
{
    return page_ && writeReport(file, windowTitle().isEmpty() ? tr("Dashboard") : windowTitle(), *page_, {mentions_, tone_});
}

bool DashboardPanel::exportFigures(const QString &file)
{
    return page_ && writeFile(file, insight::toCsv(*page_));
}

void DashboardPanel::exportPdf()
{
    if (!page_)
        return;
    auto *dialog = new QFileDialog(this, tr("Export the page as PDF"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        if (exportReport(file))
            shell().toasts.show(tr("The page was written to %1").arg(file));
        else
            error_->setMessage(tr("The page could not be written to %1. Nothing was changed; choose another folder.").arg(file));
    });
    dialog->open();
}

void DashboardPanel::exportCsv()
{
    if (!page_)
        return;
    auto *dialog = new QFileDialog(this, tr("Export figures as CSV"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        if (exportFigures(file))
            shell().toasts.show(tr("The figures were written to %1").arg(file));
        else
            error_->setMessage(tr("The figures could not be written to %1. Nothing was changed; choose another folder.").arg(file));
    });
    dialog->open();
}

} // namespace vigie::ui
