// SPDX-License-Identifier: GPL-3.0-or-later
// What may be put on a page: the figures of the catalogue and the charts that can be made of them, searched by words, each with its
// definition.
// Thread: the window's.
#pragma once

#include <vigie/model/board.hpp>

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace vigie::ui {

class AddTileDialog final : public QDialog {
    Q_OBJECT
public:
    explicit AddTileDialog(QWidget *parent = nullptr);
    [[nodiscard]] QListWidget *list() const { return list_; }
    [[nodiscard]] QLineEdit *searchField() const { return search_; }
    [[nodiscard]] QPushButton *addButton() const { return add_; }

Q_SIGNALS:
    void chosen(const vigie::BoardTile &tile);

private:
    void offer(const BoardTile &tile, const QString &words);
    void offerFigures();
    void filter();
    void showChosen();
    void take();
    bool eventFilter(QObject *watched, QEvent *event) override;

    QLineEdit *search_;
    QListWidget *list_;
    QLabel *definition_;
    QPushButton *add_, *close_;
    std::vector<BoardTile> tiles_;
};

} // namespace vigie::ui
