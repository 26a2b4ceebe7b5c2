// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/service/figures_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/inbox/reason_text.hpp"
#include "ui/passing/passing_words.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"
#include "ui/widget/table_file.hpp"

#include <vigie/store/departments.hpp>
#include <vigie/store/members.hpp>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {

using insight::ServiceMeasure;
using insight::ServiceSplit;

constexpr int kWidth = 1060, kHeight = 520;

QString lasting(const std::optional<double> &seconds)
{
    return seconds ? format::duration(std::chrono::seconds(static_cast<std::int64_t>(*seconds))) : QStringLiteral("\u2013");
}

QTableWidgetItem *cellOf(const QString &text, bool words)
{
    auto *cell = new QTableWidgetItem(text);
    cell->setTextAlignment((words ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return cell;
}

} // namespace

ServiceFiguresDialog::ServiceFiguresDialog(Shell &shell, QWidget *parent)
    : QDialog(parent), shell_(shell), period_(new QComboBox(this)), split_(new QComboBox(this)), by_(new QComboBox(this)), table_(new QTableWidget(this)),
      empty_(new EmptyState(this)), words_(wrappedLabel(QStringLiteral("small"), tr("Times are those of the clock on the wall, over what ended; what is still open stands beside them. "
                                                                                  "Met and missed count promises only. Enter shows the conversations of a row."), this)),
      error_(new ErrorBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("serviceFigures"));
    setWindowTitle(tr("How promises were kept"));
    build();
    for (auto *box : {period_, split_, by_})
        connect(box, &QComboBox::currentIndexChanged, this, &ServiceFiguresDialog::ask);
    connect(table_, &QTableWidget::cellActivated, this, [this](int row, int) { openRow(row); });
    connect(&shell_.bridge, &Bridge::closed, this, &QDialog::accept);
    resize(sizeInRoom(*this, {Theme::of(this).scaled(kWidth), Theme::of(this).scaled(kHeight)}));
    ask();
}

void ServiceFiguresDialog::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    for (const auto &[days, text] : std::initializer_list<std::pair<int, QString>>{{7, tr("The last 7 days")}, {30, tr("The last 30 days")}, {90, tr("The last 90 days")}, {365, tr("The last year")}})
        period_->addItem(text, days);
    period_->setCurrentIndex(1);
    for (const auto &[split, text] : std::initializer_list<std::pair<ServiceSplit, QString>>{
             {ServiceSplit::None, tr("All together")}, {ServiceSplit::Policy, tr("By service level")}, {ServiceSplit::Department, tr("By service of the house")},
             {ServiceSplit::Network, tr("By network")}, {ServiceSplit::Account, tr("By account")}, {ServiceSplit::Language, tr("By language")}, {ServiceSplit::Week, tr("By week")},
             {ServiceSplit::Month, tr("By month")}})
        split_->addItem(text, static_cast<int>(split));
    by_->addItem(tr("What began in it"), false);
    by_->addItem(tr("What ended in it"), true);
    period_->setAccessibleName(tr("Period"));
    split_->setAccessibleName(tr("Split"));
    by_->setAccessibleName(tr("Counted by"));
    auto *head = new FlowLayout(nullptr, kGap);
    for (auto *box : {period_, split_, by_})
        head->addWidget(box);
    layout->addLayout(head);
    layout->addWidget(error_);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setTabKeyNavigation(false);
    table_->setAccessibleName(windowTitle());
    table_->verticalHeader()->hide();
    table_->setShowGrid(false);
    table_->setColumnCount(12);
    table_->setHorizontalHeaderLabels({tr("Of"), tr("Time to"), tr("Ended"), tr("Median"), tr("9 of 10 within"), tr("Median of open time"), tr("Met"), tr("Missed"), tr("Kept"), tr("Open"),
                                       tr("Late"), tr("Oldest open")});
    for (int column = 0; column < table_->columnCount(); ++column) // as the cells below stand
        table_->horizontalHeaderItem(column)->setTextAlignment((column < 2 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    layout->addWidget(table_, 1);
    empty_->setContent(QStringLiteral("clock"), tr("Nothing to count in this period"), tr("Times are counted from the first message of a conversation in the inbox."));
    empty_->hide();
    layout->addWidget(empty_, 1);
    layout->addWidget(words_);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *rows = buttons->addButton(tr("Show the conversations"), QDialogButtonBox::ActionRole);
    auto *save = buttons->addButton(tr("Save as a table..."), QDialogButtonBox::ActionRole);
    layout->addWidget(buttons);
    connect(rows, &QPushButton::clicked, this, [this] { openRow(table_->currentRow()); });
    connect(save, &QPushButton::clicked, this, &ServiceFiguresDialog::saveTable);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

Result<ServiceFiguresDialog::Loaded> ServiceFiguresDialog::read(store::Tx &tx, insight::ServiceQuestion question)
{
    Loaded out;
    VIGIE_TRY(const auto today, localDay(tx.now(), question.zone));
    const auto days = static_cast<int>(std::chrono::floor<std::chrono::days>(question.to - question.from).count());
    VIGIE_TRY(question.from, dayStart(today - days + 1, question.zone));
    VIGIE_TRY(question.to, dayStart(today + 1, question.zone));
    out.question = question;
    VIGIE_TRY(out.figures, insight::serviceFigures(tx, question));
    const auto key = [](auto id) { return QString::number(id.value); };
    if (question.split == ServiceSplit::Department) {
        VIGIE_TRY(const auto all, store::Departments(tx).all(true));
        for (const auto &one : all)
            out.names.insert(key(one.id), serviceName(one));
    } else if (question.split == ServiceSplit::Policy) {
        VIGIE_TRY(const auto all, store::Sla(tx).policies());
        for (const auto &one : all)
            out.names.insert(key(one.id), qs(one.name));
    } else if (question.split == ServiceSplit::Account) {
        VIGIE_TRY(const auto all, store::Accounts(tx).all());
        for (const auto &one : all)
            out.names.insert(key(one.id), qs(one.handle));
    }
    return out;
}

void ServiceFiguresDialog::ask()
{
    const auto number = generation_.next();
    insight::ServiceQuestion question;
    question.zone = shell_.bridge.zone();
    question.to = shell_.bridge.now();
    question.from = question.to - std::chrono::days{period_->currentData().toInt()};
    question.byEnd = by_->currentData().toBool();
    question.split = static_cast<ServiceSplit>(split_->currentData().toInt());
    shell_.bridge.read<Loaded>(this, [question](store::Tx &tx) { return read(tx, question); }, [this, number](Result<Loaded> loaded) {
        if (!generation_.is(number))
            return;
        ready_ = true;
        if (!loaded)
            return error_->setError(loaded.error());
        error_->clear();
        show(std::move(*loaded));
    });
}

QString ServiceFiguresDialog::keyWords(const std::string &key) const
{
    switch (question_.split) {
    case ServiceSplit::None: return tr("all");
    case ServiceSplit::Network: return shell_.bridge.networkName(key);
    case ServiceSplit::Language: return key == "und" ? tr("language not known") : languageText(key);
    case ServiceSplit::Department:
        if (key == "0")
            return tr("not passed on");
        break;
    case ServiceSplit::Policy:
        if (key == "0")
            return tr("nothing promised");
        break;
    case ServiceSplit::Week: return tr("week of %1", "a date").arg(QLocale().toString(QDate::fromString(qs(key), Qt::ISODate), QLocale::ShortFormat));
    case ServiceSplit::Month: return QLocale().toString(QDate::fromString(qs(key) + QStringLiteral("-01"), Qt::ISODate), QStringLiteral("MMMM yyyy"));
    case ServiceSplit::Account: break;
    }
    return names_.value(qs(key), qs(key));
}

void ServiceFiguresDialog::show(Loaded loaded)
{
    question_ = loaded.question;
    figures_ = std::move(loaded.figures);
    names_ = std::move(loaded.names);
    const auto measure = [](ServiceMeasure one) {
        switch (one) {
        case ServiceMeasure::First: return tr("first answer");
        case ServiceMeasure::Next: return tr("next answer");
        case ServiceMeasure::FirstResolution: return tr("first resolution");
        case ServiceMeasure::FullResolution: break;
        }
        return tr("last resolution");
    };
    table_->setVisible(!figures_.empty());
    empty_->setVisible(figures_.empty());
    table_->setRowCount(static_cast<int>(figures_.size()));
    for (int at = 0; at < table_->rowCount(); ++at) {
        const auto &one = figures_[static_cast<std::size_t>(at)];
        const auto count = [](std::int64_t value) { return format::number(static_cast<double>(value)); };
        const auto kept = one.hitRate();
        const QStringList cells{keyWords(one.key), measure(one.measure), count(one.n), lasting(one.median), lasting(one.p90), lasting(one.openMedian), count(one.hits), count(one.misses),
                                kept ? format::percent(*kept) : QStringLiteral("\u2013"), count(one.open), count(one.late),
                                one.oldest ? format::ago(*one.oldest, shell_.bridge.now()) : QStringLiteral("\u2013")};
        for (int column = 0; column < static_cast<int>(cells.size()); ++column)
            table_->setItem(at, column, cellOf(cells[column], column < 2));
    }
    if (table_->rowCount() > 0 && table_->currentRow() < 0)
        table_->selectRow(0);
    table_->resizeColumnsToContents();
    table_->resizeRowsToContents();
    table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
}

void ServiceFiguresDialog::openRow(int row)
{
    if (row < 0 || row >= static_cast<int>(figures_.size()))
        return;
    const auto &figure = figures_[static_cast<std::size_t>(row)];
    const auto title = QStringLiteral("%1, %2").arg(table_->item(row, 0)->text(), table_->item(row, 1)->text());
    Q_EMIT shell_.openRows(title, [question = question_, measure = figure.measure, key = figure.key](store::Tx &tx, const store::SearchPage &page) -> Result<std::vector<ItemId>> {
        VIGIE_TRY(const auto rows, insight::serviceRows(tx, question, measure, key));
        std::vector<ItemId> ids;
        for (const auto &one : rows)
            if (one.latest && (!page.before || one.latest < page.before))
                ids.push_back(one.latest);
        std::sort(ids.begin(), ids.end(), [](ItemId a, ItemId b) { return b < a; });
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        ids.resize(std::min(ids.size(), static_cast<std::size_t>(page.limit)));
        return ids;
    });
    accept();
}

void ServiceFiguresDialog::saveTable()
{
    askTableFile(shell_.bridge, *error_, this, insight::serviceCsv(figures_));
}

} // namespace vigie::ui
