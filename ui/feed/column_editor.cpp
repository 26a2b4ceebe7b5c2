// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/column_editor.hpp"

#include "ui/app/shell.hpp"
#include "ui/bridge/text.hpp"
#include "ui/query/query_edit.hpp"
#include "ui/query/query_editor.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/store/queries.hpp>
#include <vigie/store/query_examples.hpp>
#include <vigie/store/tickets.hpp>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace vigie::ui {

ColumnEditor::ColumnEditor(Shell &shell, QWidget *parent) : QWidget(parent), shell_(shell)
{
    setProperty("role", "pane");
    setAttribute(Qt::WA_StyledBackground);
    build();
    connect(editor_, &QueryEditor::changed, this, &ColumnEditor::check);
    connect(editor_, &QueryEditor::submitted, this, &ColumnEditor::save);
    connect(name_, &QLineEdit::textChanged, this, &ColumnEditor::check);
    connect(name_, &QLineEdit::returnPressed, this, &ColumnEditor::save);
    connect(save_, &QPushButton::clicked, this, &ColumnEditor::save);
    connect(cancel_, &QPushButton::clicked, this, &ColumnEditor::closed);
    connect(remove_, &QPushButton::clicked, this, [this] { Q_EMIT removeWanted(query_.id); });
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
    examplesFault_ = wrappedLabel(QStringLiteral("warn"), {}, this);
    examplesFault_->setContentsMargins(kWideMargin, kGrid, kWideMargin, kGrid);
    examplesFault_->hide();
    layout->addWidget(examplesFault_);
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
    editor_ = new QueryEditor(shell_, form);
    roleLabel_ = label(QStringLiteral("muted"));
    role_ = new QComboBox(form);
    orderLabel_ = label(QStringLiteral("muted"));
    order_ = new QComboBox(form);
    nameLabel_->setBuddy(name_);
    sourceLabel_->setBuddy(&editor_->field());
    roleLabel_->setBuddy(role_);
    orderLabel_->setBuddy(order_);
    for (auto *widget : {static_cast<QWidget *>(nameLabel_), static_cast<QWidget *>(name_), static_cast<QWidget *>(nameFault_), static_cast<QWidget *>(sourceLabel_),
                         static_cast<QWidget *>(editor_)})
        layout->addWidget(widget);
    layout->addSpacing(kGap);
    for (auto *widget : {static_cast<QWidget *>(roleLabel_), static_cast<QWidget *>(role_), static_cast<QWidget *>(orderLabel_), static_cast<QWidget *>(order_)})
        layout->addWidget(widget);
    layout->addStretch(1);
    nameFault_->hide();
}

void ColumnEditor::edit(const SavedQuery &query)
{
    query_ = query;
    saveWhenSettled_ = false;
    error_->clear();
    {
        const QSignalBlocker quiet(name_);
        name_->setText(format::queryName(query.name));
    }
    editor_->edit(query);
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
    auto &field = editor_->field();
    field.setPlainText(source);
    field.moveCursor(QTextCursor::End);
    field.setFocus(Qt::ShortcutFocusReason);
}

bool ColumnEditor::isDirty() const
{
    return name_->text().trimmed() != format::queryName(query_.name) || editor_->source() != qs(query_.source);
}

/// Whatever changed, what was said of it before no longer holds.
void ColumnEditor::check()
{
    nameFault_->hide();
    warned_ = false;
    examplesFault_->hide();
    save_->setEnabled((editor_->isValid() || !editor_->isSettled()) && !name_->text().trimmed().isEmpty());
    nameSave();
    if (saveWhenSettled_ && editor_->isSettled())
        save();
}

void ColumnEditor::save()
{
    saveWhenSettled_ = !editor_->isSettled();
    if (saveWhenSettled_ || !editor_->isValid() || !save_->isEnabled())
        return;
    if (const int failing = editor_->failingExamples(); failing > 0 && !warned_) {
        warned_ = true;
        examplesFault_->setText(tr("%n example(s) fail. Nothing was saved: press Save all the same, or change the query.", nullptr, failing));
        examplesFault_->show();
        nameSave();
        save_->setFocus();
        return;
    }
    auto query = query_;
    if (name_->text().trimmed() != format::queryName(query_.name))
        query.name = utf8(name_->text().trimmed());
    query.source = utf8(editor_->source());
    query.role = static_cast<QueryRole>(role_->currentData().toInt());
    query.newestFirst = order_->currentIndex() == 0;
    query.column = true;
    write(query, !query.id || query.source != query_.source);
}

void ColumnEditor::write(const SavedQuery &query, bool anew)
{
    struct Saved {
        QueryId id;
        std::int64_t changeSet = 0;
    };
    save_->setEnabled(false);
    shell_.bridge.write<Saved>(
        this,
        [query, anew, examples = editor_->unkeptExamples()](store::Tx &tx) -> Result<Saved> {
            Saved out;
            if (query.id && anew) {
                VIGIE_TRY(const auto set, store::Tickets(tx).beginChangeSet("query"));
                out.changeSet = set.value;
            }
            VIGIE_TRY(out.id, store::Queries(tx).save(query));
            VIGIE_CHECK(store::QueryExamples(tx).keep(out.id, examples));
            return out;
        },
        [this, anew](Result<Saved> kept) {
            save_->setEnabled(true);
            if (kept) {
                Q_EMIT saved(kept->id, anew);
                if (kept->changeSet != 0)
                    Q_EMIT changedHistory(kept->changeSet);
                return;
            }
            if (kept.error().code == Errc::Duplicate) {
                nameFault_->setText(tr("Another column has this name. Nothing was saved: choose another name."));
                nameFault_->show();
                name_->setFocus();
                return;
            }
            error_->setError(kept.error());
            error_->show();
        });
}

} // namespace vigie::ui
