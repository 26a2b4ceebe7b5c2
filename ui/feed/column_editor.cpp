// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/column_editor.hpp"

#include "ui/app/shell.hpp"
#include "ui/bridge/text.hpp"
#include "ui/feed/query_error_text.hpp"
#include "ui/feed/thread_row.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/store/queries.hpp>

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {
constexpr int kPreviewAfterMs = 200, kSamples = 3;

struct Preview {
    int count = 0;
    std::vector<CardPtr> cards;
};
} // namespace

ColumnEditor::ColumnEditor(Shell &shell, QWidget *parent) : QWidget(parent), shell_(shell)
{
    setProperty("role", "pane");
    setAttribute(Qt::WA_StyledBackground);
    build();
    previewTimer_.setSingleShot(true);
    previewTimer_.setInterval(kPreviewAfterMs);
    connect(&previewTimer_, &QTimer::timeout, this, &ColumnEditor::preview);
    connect(source_, &QPlainTextEdit::textChanged, this, &ColumnEditor::check);
    connect(name_, &QLineEdit::textChanged, this, &ColumnEditor::check);
    connect(name_, &QLineEdit::returnPressed, this, &ColumnEditor::save);
    connect(save_, &QPushButton::clicked, this, &ColumnEditor::save);
    connect(cancel_, &QPushButton::clicked, this, &ColumnEditor::closed);
    connect(remove_, &QPushButton::clicked, this, [this] { Q_EMIT removeWanted(query_.id); });
    connect(suggestion_, &QPushButton::clicked, this, [this] {
        auto text = source_->toPlainText();
        text.replace(faultBegin_, faultLength_, replacement_);
        source_->setPlainText(text);
        source_->setFocus();
    });
    retranslate();
}

void ColumnEditor::build()
{
    header_ = new PaneHeader(this);
    error_ = new ErrorBar(this);
    error_->hide();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *form = new QWidget(scroll);
    form->setProperty("role", "pane");
    buildForm(form);
    scroll->setWidget(form);
    auto *foot = new QFrame(this);
    foot->setProperty("role", "footer");
    save_ = roleButton(QStringLiteral("primary"), foot);
    cancel_ = roleButton({}, foot);
    remove_ = roleButton(QStringLiteral("danger"), foot);
    auto *footLayout = new QHBoxLayout(foot);
    footLayout->setContentsMargins(kWideMargin, kMargin, kWideMargin, kMargin);
    footLayout->addWidget(save_);
    footLayout->addWidget(cancel_);
    footLayout->addStretch(1);
    footLayout->addWidget(remove_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header_);
    layout->addWidget(error_);
    layout->addWidget(scroll, 1);
    layout->addWidget(foot);
}

void ColumnEditor::buildForm(QWidget *form)
{
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(kWideMargin, kMargin, kWideMargin, kMargin);
    layout->setSpacing(kGrid);
    const auto label = [form](const QString &role) {
        auto *made = roleLabel(role, {}, form);
        made->setWordWrap(true);
        return made;
    };
    nameLabel_ = label(QStringLiteral("muted"));
    name_ = new QLineEdit(form);
    name_->setMaxLength(80);
    nameFault_ = label(QStringLiteral("neg"));
    sourceLabel_ = label(QStringLiteral("muted"));
    source_ = new QPlainTextEdit(form);
    source_->setTabChangesFocus(true);
    source_->setFixedHeight(shell_.theme.scaled(84));
    source_->installEventFilter(this);
    fault_ = label(QStringLiteral("neg"));
    suggestion_ = roleButton(QStringLiteral("link"), form);
    mixed_ = label(QStringLiteral("warn"));
    help_ = label(QStringLiteral("small"));
    count_ = label(QStringLiteral("strong"));
    samples_ = new QWidget(form);
    auto *samplesLayout = new QVBoxLayout(samples_);
    samplesLayout->setContentsMargins(0, 0, 0, 0);
    samplesLayout->setSpacing(kGrid);
    roleLabel_ = label(QStringLiteral("muted"));
    role_ = new QComboBox(form);
    orderLabel_ = label(QStringLiteral("muted"));
    order_ = new QComboBox(form);
    nameLabel_->setBuddy(name_);
    sourceLabel_->setBuddy(source_);
    roleLabel_->setBuddy(role_);
    orderLabel_->setBuddy(order_);
    for (auto *widget : {static_cast<QWidget *>(nameLabel_), static_cast<QWidget *>(name_), static_cast<QWidget *>(nameFault_), static_cast<QWidget *>(sourceLabel_),
                         static_cast<QWidget *>(source_), static_cast<QWidget *>(fault_)})
        layout->addWidget(widget);
    layout->addWidget(suggestion_, 0, Qt::AlignLeft);
    layout->addWidget(mixed_);
    layout->addWidget(help_);
    layout->addSpacing(kGap);
    layout->addWidget(count_);
    layout->addWidget(samples_);
    layout->addSpacing(kGap);
    for (auto *widget : {static_cast<QWidget *>(roleLabel_), static_cast<QWidget *>(role_), static_cast<QWidget *>(orderLabel_), static_cast<QWidget *>(order_)})
        layout->addWidget(widget);
    layout->addStretch(1);
    nameFault_->hide();
    fault_->hide();
    suggestion_->hide();
    mixed_->hide();
}

void ColumnEditor::edit(const SavedQuery &query)
{
    query_ = query;
    error_->clear();
    {
        const QSignalBlocker quietName(name_), quietSource(source_);
        name_->setText(format::queryName(query.name));
        source_->setPlainText(qs(query.source));
    }
    role_->setCurrentIndex(role_->findData(static_cast<int>(query.role)));
    order_->setCurrentIndex(query.newestFirst ? 0 : 1);
    nameFault_->hide();
    retranslate();
    check();
    name_->setFocus(Qt::ShortcutFocusReason);
    name_->selectAll();
}

void ColumnEditor::propose(const QString &source)
{
    source_->setPlainText(source);
    source_->moveCursor(QTextCursor::End);
    source_->setFocus(Qt::ShortcutFocusReason);
}

bool ColumnEditor::isDirty() const
{
    return name_->text().trimmed() != format::queryName(query_.name) || source() != qs(query_.source);
}

QString ColumnEditor::source() const
{
    return source_->toPlainText().trimmed(); // a comment ends where its line does
}

void ColumnEditor::check()
{
    nameFault_->hide();
    const auto text = source_->toPlainText();
    const auto parsed = text::parseQuery(utf8(text));
    delete asker_.data();
    if (!parsed) {
        const auto fault = queryErrorText(parsed.error(), text);
        showFault(fault.sentence, fault.begin, fault.length, fault.replacement);
        mixed_->hide();
        count_->clear();
        previewTimer_.stop();
        showPreview(-1, {});
    } else {
        showFault({}, 0, 0, {});
        mixed_->setVisible(parsed->mixedAndOr);
        previewTimer_.start();
    }
    save_->setEnabled(parsed.has_value() && !name_->text().trimmed().isEmpty());
}

void ColumnEditor::showFault(const QString &sentence, int begin, int length, const QString &replacement)
{
    fault_->setText(sentence);
    fault_->setVisible(!sentence.isEmpty());
    source_->setAccessibleDescription(sentence);
    replacement_ = replacement;
    faultBegin_ = begin;
    faultLength_ = length;
    suggestion_->setVisible(!replacement.isEmpty());
    suggestion_->setText(tr("Write \"%1\"").arg(replacement));
    suggestion_->setAccessibleName(suggestion_->text());
    QList<QTextEdit::ExtraSelection> marks;
    if (!sentence.isEmpty()) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(source_->document());
        const int size = source_->document()->characterCount() - 1;
        mark.cursor.setPosition(std::min(begin, size));
        mark.cursor.setPosition(std::min(begin + length, size), QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(shell_.theme.colors().neg);
        mark.format.setBackground(shell_.theme.colors().warnBg);
        marks.append(mark);
    }
    source_->setExtraSelections(marks);
}

void ColumnEditor::preview()
{
    delete asker_.data();
    asker_ = new QObject(this);
    auto parsed = text::parseQuery(utf8(source()));
    if (!parsed)
        return;
    auto query = std::make_shared<const text::Query>(std::move(*parsed));
    count_->setText(tr("Counting..."));
    shell_.bridge.read<Preview>(
        asker_,
        [query](store::Tx &tx) -> Result<Preview> {
            Preview out;
            store::Items items(tx);
            store::SearchPage page;
            page.limit = kSamples;
            VIGIE_TRY(const auto ids, items.search(*query, page));
            VIGIE_TRY(auto rows, items.rows(ids));
            for (auto &row : rows)
                out.cards.push_back(makeCard(std::move(row), query.get()));
            VIGIE_TRY(out.count, items.count(*query, kCountAtMost));
            return out;
        },
        [this](Result<Preview> preview) {
            if (preview)
                showPreview(preview->count, preview->cards);
            else if (preview.error().code != Errc::Cancelled) {
                count_->clear();
                error_->setError(preview.error());
                error_->show();
            }
        });
}

void ColumnEditor::showPreview(int count, const std::vector<CardPtr> &cards)
{
    while (auto *item = samples_->layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const auto &card : cards) {
        auto *row = new ThreadRow(shell_.bridge, {card->row.item.id, 0, card}, false, samples_);
        row->setEnabled(false);
        row->setFocusPolicy(Qt::NoFocus);
        samples_->layout()->addWidget(row);
    }
    if (count > kCountAtMost)
        count_->setText(tr("More than %n mention(s) satisfy it", nullptr, kCountAtMost));
    else if (count == 0)
        count_->setText(tr("No mention satisfies it so far"));
    else if (count > 0)
        count_->setText(tr("%n mention(s) satisfy it", nullptr, count));
}

void ColumnEditor::save()
{
    if (!save_->isEnabled())
        return;
    auto query = query_;
    if (name_->text().trimmed() != format::queryName(query_.name))
        query.name = utf8(name_->text().trimmed());
    query.source = utf8(source());
    query.role = static_cast<QueryRole>(role_->currentData().toInt());
    query.newestFirst = order_->currentIndex() == 0;
    query.column = true;
    const bool anew = !query.id || query.source != query_.source;
    save_->setEnabled(false);
    shell_.bridge.write<QueryId>(
        this, [query](store::Tx &tx) { return store::Queries(tx).save(query); },
        [this, anew](Result<QueryId> id) {
            save_->setEnabled(true);
            if (id) {
                Q_EMIT saved(*id, anew);
                return;
            }
            if (id.error().code == Errc::Duplicate) {
                nameFault_->setText(tr("Another column has this name. Nothing was saved: choose another name."));
                nameFault_->show();
                name_->setFocus();
                return;
            }
            error_->setError(id.error());
            error_->show();
        });
}

} // namespace vigie::ui
