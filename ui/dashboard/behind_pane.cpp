// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/behind_pane.hpp"

#include "ui/bridge/text.hpp"
#include "ui/coverage/coverage_line.hpp"
#include "ui/dashboard/figure_text.hpp"
#include "ui/numbers/own_numbers.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {
constexpr int kRowsShown = 100, kWordsShown = 140;
} // namespace

BehindPane::BehindPane(Shell &shell, QWidget *parent)
    : QFrame(parent), shell_(shell), heading_(roleLabel(QStringLiteral("muted"))), title_(wrappedLabel(QStringLiteral("title"))), value_(wrappedLabel(QStringLiteral("strong"))),
      definition_(wrappedLabel(QString())), formula_(wrappedLabel(QStringLiteral("small"))), scope_(wrappedLabel(QStringLiteral("small"))),
      notes_(wrappedLabel(QStringLiteral("small"))), count_(wrappedLabel(QStringLiteral("strong"))), close_(roleButton(QStringLiteral("quiet"), this)),
      all_(roleButton(QString(), this)), numbers_(roleButton(QStringLiteral("link"), this)), coverage_(new CoverageLine(this)), error_(new ErrorBar(this)), list_(new QListWidget(this))
{
    setRole(this, QStringLiteral("card"));
    build();
    retranslate();
}

void BehindPane::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kWideMargin, kGap, kWideMargin, kGap);
    column->setSpacing(kGap);
    auto *top = new QHBoxLayout;
    top->addWidget(heading_, 1);
    top->addWidget(close_);
    column->addLayout(top);
    for (auto *label : {title_, value_, definition_, formula_, scope_, notes_}) {
        label->setTextFormat(Qt::PlainText); // names and queries are what people wrote
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    }
    column->addWidget(numbers_, 0, Qt::AlignLeft);
    column->addWidget(coverage_);
    column->addWidget(error_);
    column->addWidget(count_);
    column->addWidget(all_, 0, Qt::AlignLeft);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setWordWrap(true);
    list_->setTextElideMode(Qt::ElideRight);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setSpacing(2);
    column->addWidget(list_, 1);
    connect(close_, &QPushButton::clicked, this, &BehindPane::closed);
    connect(numbers_, &QPushButton::clicked, this, [this] { Q_EMIT numbersWanted(behind_->key); });
    connect(all_, &QPushButton::clicked, this, &BehindPane::openAll);
    connect(coverage_, &QAbstractButton::clicked, this, &BehindPane::coverageWanted);
    connect(error_, &ErrorBar::actionPressed, this, &BehindPane::readRows);
    const auto open = [this](QListWidgetItem *item) { Q_EMIT shell_.openItem(ItemId{item->data(Qt::UserRole).toLongLong()}); };
    connect(list_, &QListWidget::itemActivated, this, open);
}

QString BehindPane::scopeWords() const
{
    const auto &scope = behind_->scope;
    QStringList parts;
    parts << (page_.scope.query == scope.query && !page_.scopeName.empty() ? tr("Query: %1").arg(format::queryName(page_.scopeName)) : scope.query ? QString() : tr("Everything collected"));
    if (!scope.words.empty())
        parts << tr("Only: %1").arg(qs(scope.words));
    QStringList networks;
    for (const auto &network : scope.networks)
        networks << shell_.bridge.networkName(network);
    if (!networks.isEmpty())
        parts << networks.join(QStringLiteral(", "));
    QStringList langs;
    for (const auto &lang : scope.langs)
        langs << qs(lang);
    if (!langs.isEmpty())
        parts << langs.join(QStringLiteral(", "));
    for (const int tone : scope.tones)
        parts << (tone > 0 ? tr("▲ positive") : tone < 0 ? tr("▼ negative") : tr("● neutral"));
    parts << (scope.withoutRelays ? tr("originals only") : tr("originals and relays"));
    parts << tr("%1 (%2)", "days, zone").arg(FigureText::days(behind_->period), qs(page_.zone));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

void BehindPane::showBehind(const Behind &behind, const BoardReading &page)
{
    behind_ = behind;
    page_ = page;
    retranslate();
    readRows();
    show();
}

void BehindPane::retranslate()
{
    heading_->setText(tr("Behind this figure"));
    close_->setIcon(shell_.theme.icon(QStringLiteral("close"), &Colors::muted));
    close_->setAccessibleName(tr("Close what is behind the figure"));
    close_->setToolTip(tr("Close (Esc)"));
    all_->setText(tr("All rows in the search"));
    list_->setAccessibleName(tr("Rows behind the figure"));
    if (!behind_)
        return;
    title_->setText(behind_->title);
    showText(value_, behind_->value);
    const auto *metric = insight::metric(behind_->key);
    showText(definition_, metric != nullptr ? FigureText::definition(behind_->key) : QString());
    showText(formula_, metric != nullptr ? tr("Formula, version %1: %2").arg(metric->version).arg(FigureText::formula(behind_->key)) : QString());
    scope_->setText(scopeWords());
    QStringList notes;
    for (const auto &note : behind_->notes)
        notes << FigureText::note(note, page_.zone);
    if (metric != nullptr && metric->family == "care")
        notes << tr("Each row is the message that began a conversation; those that wait or were closed stand among them.");
    if (metric != nullptr && metric->family == "voice")
        notes << tr("The rows are those of the brand, out of the mentions of the panel.");
    showText(notes_, notes.join(QLatin1Char('\n')));
    const auto *own = OwnNumbers::of(behind_->key);
    numbers_->setVisible(own != nullptr);
    numbers_->setText(own != nullptr ? own->offer() : QString());
    numbers_->setAccessibleName(numbers_->text());
    coverage_->setCoverage(page_.coverage, page_.zone);
}

void BehindPane::readRows()
{
    if (!behind_)
        return;
    read_ = false;
    error_->clear();
    count_->setText(tr("Rows are read…"));
    list_->clear();
    const auto number = generation_.next();
    shell_.bridge.whenOpen(this, [this, number] {
        auto source = rowsOf(*behind_, page_.zone, shell_.bridge.workspace()->columns());
        shell_.bridge.read<std::vector<store::ItemRow>>(
            this,
            [source](store::Tx &tx) -> Result<std::vector<store::ItemRow>> {
                store::SearchPage page;
                page.limit = kRowsShown + 1;
                VIGIE_TRY(const auto ids, source(tx, page));
                return store::Items(tx).rows(ids);
            },
            [this, number](Result<std::vector<store::ItemRow>> rows) {
                if (!generation_.is(number))
                    return;
                read_ = true;
                if (!rows) {
                    count_->clear();
                    error_->setError(rows.error());
                    return;
                }
                fillRows(*rows);
            });
    });
}

void BehindPane::fillRows(const std::vector<store::ItemRow> &rows)
{
    more_ = rows.size() > static_cast<std::size_t>(kRowsShown);
    const auto shown = std::min<std::size_t>(rows.size(), kRowsShown);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto &item = rows[i].item;
        auto words = qs(item.text).simplified();
        if (words.size() > kWordsShown)
            words = words.left(kWordsShown) + QStringLiteral("…");
        const auto who = item.author.name.empty() ? qs(item.author.handle) : qs(item.author.name);
        auto *row = new QListWidgetItem(tr("%1, %2\n%3", "author, when, words").arg(who, format::dateTime(item.publishedAt, page_.zone), words), list_);
        row->setData(Qt::UserRole, static_cast<qlonglong>(item.id.value));
    }
    const bool known = behind_->rows >= 0;
    const int count = static_cast<int>(known ? behind_->rows : static_cast<std::int64_t>(shown));
    count_->setText(more_ ? (known ? tr("%n row(s), the newest %1 here", "", count).arg(kRowsShown) : tr("The newest %1 rows").arg(kRowsShown)) : tr("%n row(s)", "", static_cast<int>(shown)));
    all_->setEnabled(shown > 0);
}

void BehindPane::openAll()
{
    if (behind_ && shell_.bridge.workspace() != nullptr)
        Q_EMIT shell_.openRows(behind_->title, rowsOf(*behind_, page_.zone, shell_.bridge.workspace()->columns()));
}

void BehindPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void BehindPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QFrame::keyPressEvent(event);
}

} // namespace vigie::ui
