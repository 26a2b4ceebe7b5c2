// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+K: commands, panels, saved queries, accounts and the search of mentions, in one list. What is chosen runs after
// the palette has closed.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/model/saved_query.hpp>

#include <QAbstractListModel>
#include <QFrame>
#include <QPointer>

#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QListView;

namespace vigie::ui {

struct PaletteEntry {
    enum class Kind { Command, Panel, Query, Account, Search } kind = Kind::Command;
    QString id, title, detail, icon, keys;
    std::function<void()> run;
    int rank = 0;
};

class PaletteModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole + 1, IconRole, KeysRole };
    using QAbstractListModel::QAbstractListModel;
    void setEntries(std::vector<PaletteEntry> entries);
    [[nodiscard]] const PaletteEntry *entry(int row) const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<PaletteEntry> entries_;
};

class Palette final : public QFrame {
    Q_OBJECT
public:
    struct PanelName {
        QString id, title, icon;
    };
    Palette(Shell &shell, QWidget *host);
    void open(const std::vector<PanelName> &panels, const QString &text = {});
    void dismiss();
    [[nodiscard]] QLineEdit *field() const { return field_; }
    [[nodiscard]] const PaletteModel &model() const { return model_; }

Q_SIGNALS:
    /// The person asked to search the mentions for this.
    void searchWanted(const QString &query);

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void retranslate();
    void refill();
    void gather(const QString &typed, std::vector<PaletteEntry> &entries);
    void choose(int row);
    void move(int by);
    void place();

    Shell &shell_;
    QWidget *host_;
    QLineEdit *field_;
    QListView *list_;
    QLabel *hint_;
    PaletteModel model_;
    std::vector<PanelName> panels_;
    std::vector<SavedQuery> queries_;
    Generation generation_;
    QPointer<QWidget> focusBefore_;
};

} // namespace vigie::ui
