// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/palette.hpp"

#include "ui/bridge/text.hpp"
#include "ui/command/palette_delegate.hpp"
#include "ui/command/ranking.hpp"
#include "ui/command/registry.hpp"
#include "ui/settings/preferences.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/store/queries.hpp>

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kWidth = 560, kMostRows = 10, kTop = 6, kRecentKept = 12;
}

void PaletteModel::setEntries(std::vector<PaletteEntry> entries)
{
    beginResetModel();
    entries_ = std::move(entries);
    endResetModel();
}

const PaletteEntry *PaletteModel::entry(int row) const
{
    return row >= 0 && row < rowCount() ? &entries_[static_cast<std::size_t>(row)] : nullptr;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(entries_.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    const auto *found = entry(index.row());
    if (found == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole: return found->title;
    case Qt::AccessibleTextRole: return found->detail.isEmpty() ? found->title : found->title + QStringLiteral(", ") + found->detail;
    case DetailRole: return found->detail;
    case IconRole: return found->icon;
    case KeysRole: return found->keys;
    default: return {};
    }
}

Palette::Palette(Shell &shell, QWidget *host)
    : QFrame(host), shell_(shell), host_(host), field_(new QLineEdit(this)), list_(new QListView(this)), hint_(roleLabel(QStringLiteral("small"), {}, this))
{
    setProperty("role", "overlay");
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap, kGap, kGap, kGap);
    layout->setSpacing(kGap);
    layout->addWidget(field_);
    layout->addWidget(list_);
    layout->addWidget(hint_);
    list_->setModel(&model_);
    list_->setItemDelegate(new PaletteDelegate(list_));
    list_->setUniformItemSizes(true);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    field_->installEventFilter(this);
    host_->installEventFilter(this);
    connect(field_, &QLineEdit::textChanged, this, &Palette::refill);
    connect(list_, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    retranslate();
    hide();
}

void Palette::open(const std::vector<PanelName> &panels, const QString &text)
{
    if (!isVisible())
        focusBefore_ = QApplication::focusWidget();
    panels_ = panels;
    const auto number = generation_.next();
    if (shell_.bridge.state() == Bridge::State::Open)
        shell_.bridge.read<std::vector<SavedQuery>>(
            this, [](store::Tx &tx) { return store::Queries(tx).all(); },
            [this, number](Result<std::vector<SavedQuery>> queries) {
                if (!queries || !generation_.is(number))
                    return;
                queries_ = std::move(*queries);
                refill();
            });
    field_->setText(text);
    refill();
    show();
    raise();
    field_->setFocus();
    field_->selectAll();
}

void Palette::dismiss()
{
    hide();
    if (focusBefore_)
        focusBefore_->setFocus();
}

void Palette::gather(const QString &typed, std::vector<PaletteEntry> &entries)
{
    const auto offer = [&](PaletteEntry entry, int behind) {
        if (const auto rank = paletteRank(typed, entry.title)) {
            entry.rank = *rank * 10 + behind;
            entries.push_back(std::move(entry));
        }
    };
    for (const auto *command : shell_.commands.active())
        if (command->inPalette)
            offer({PaletteEntry::Kind::Command, command->id, command->text(), {}, command->icon, shell_.commands.keyText(command->id),
                   [this, id = command->id] { shell_.commands.run(id); }}, 0);
    for (const auto &panel : panels_)
        offer({PaletteEntry::Kind::Panel, panel.id, panel.title, tr("panel"), panel.icon, shell_.commands.keyText(QStringLiteral("panel.") + panel.id),
               [this, id = panel.id] { Q_EMIT shell_.openPanel(id); }}, 1);
    for (const auto &query : queries_)
        offer({PaletteEntry::Kind::Query, QString::number(query.id.value), format::queryName(query.name), tr("saved query"), QStringLiteral("column"), {},
               [this, id = query.id] { Q_EMIT shell_.openQuery(id); }}, 2);
    for (const auto &status : shell_.bridge.status().accounts)
        offer({PaletteEntry::Kind::Account, QString::number(status.account.id.value), qs(status.account.name.empty() ? status.account.handle : status.account.name),
               tr("account, %1").arg(shell_.bridge.networkName(status.account.connector)), QStringLiteral("accounts"), {},
               [this] { Q_EMIT shell_.openPanel(QStringLiteral("accounts")); }}, 3);
}

void Palette::refill()
{
    const auto typed = field_->text().trimmed();
    std::vector<PaletteEntry> entries;
    gather(typed, entries);
    const auto recent = shell_.preferences.text(kRecentCommands).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::stable_sort(entries.begin(), entries.end(), [&](const PaletteEntry &a, const PaletteEntry &b) {
        if (a.rank != b.rank)
            return a.rank < b.rank;
        const auto age = [&](const PaletteEntry &entry) {
            const auto at = entry.kind == PaletteEntry::Kind::Command ? recent.indexOf(entry.id) : -1;
            return at < 0 ? recent.size() : at;
        };
        return age(a) < age(b);
    });
    if (!typed.isEmpty()) {
        PaletteEntry search{PaletteEntry::Kind::Search, QStringLiteral("search"), tr("Search all mentions for \"%1\"").arg(typed), {}, QStringLiteral("search"), {},
                            [this, typed] { Q_EMIT searchWanted(typed); }};
        // Words that no command fits are a search; so is anything that fits only by scattered letters.
        const auto at = std::find_if(entries.begin(), entries.end(), [](const PaletteEntry &entry) { return entry.rank >= 30; });
        entries.insert(at, std::move(search));
    }
    model_.setEntries(std::move(entries));
    list_->setCurrentIndex(model_.index(0));
    place();
}

void Palette::choose(int row)
{
    const auto *found = model_.entry(row);
    if (found == nullptr)
        return;
    if (found->kind == PaletteEntry::Kind::Command) {
        auto recent = shell_.preferences.text(kRecentCommands).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        recent.removeAll(found->id);
        recent.prepend(found->id);
        shell_.preferences.set(kRecentCommands, recent.mid(0, kRecentKept).join(QLatin1Char(' ')));
    }
    dismiss();
    QMetaObject::invokeMethod(this, found->run, Qt::QueuedConnection);
}

void Palette::move(int by)
{
    const int rows = model_.rowCount();
    if (rows == 0)
        return;
    const int row = (list_->currentIndex().row() + by + rows) % rows;
    list_->setCurrentIndex(model_.index(row));
}

void Palette::place()
{
    const auto &theme = Theme::of(this);
    const int rowHeight = theme.scaled(PaletteDelegate::kRowHeight);
    list_->setFixedHeight(std::clamp(model_.rowCount(), 1, kMostRows) * rowHeight + 2);
    const int width = std::min(theme.scaled(kWidth), host_->width() - 40);
    setFixedWidth(width);
    adjustSize();
    QFrame::move(std::max(0, (host_->width() - width) / 2), kTop);
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == host_ && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched == host_ && event->type() == QEvent::MouseButtonPress && isVisible())
        dismiss();
    if (watched == field_ && event->type() == QEvent::FocusOut && isVisible() && !isAncestorOf(QApplication::focusWidget())
        && static_cast<QFocusEvent *>(event)->reason() == Qt::MouseFocusReason)
        hide();
    if (watched == field_ && event->type() == QEvent::ShortcutOverride) {
        event->accept(); // while the palette is open its keys are its own
        return true;
    }
    if (watched == field_ && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Escape: dismiss(); return true;
        case Qt::Key_Down: move(1); return true;
        case Qt::Key_Up: move(-1); return true;
        case Qt::Key_PageDown: list_->setCurrentIndex(model_.index(std::min(model_.rowCount() - 1, list_->currentIndex().row() + kMostRows))); return true;
        case Qt::Key_PageUp: list_->setCurrentIndex(model_.index(std::max(0, list_->currentIndex().row() - kMostRows))); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: choose(list_->currentIndex().row()); return true;
        case Qt::Key_Tab:
        case Qt::Key_Backtab: return true;
        default: break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void Palette::retranslate()
{
    setAccessibleName(tr("Command palette"));
    field_->setPlaceholderText(tr("Search everything, or type a command"));
    field_->setAccessibleName(field_->placeholderText());
    list_->setAccessibleName(tr("What fits"));
    hint_->setText(tr("Up and Down choose, Enter runs, Esc closes"));
}

void Palette::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace vigie::ui
