// SPDX-License-Identifier: GPL-3.0-or-later
// Pairs that may be one person, each with both names and why. Enter says that they are one, Delete that they are two; nothing is
// put together by itself.
// Thread: the window's.
#pragma once

#include "ui/app/shell.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/model/person.hpp>

#include <QFrame>

class QLabel;
class QListWidget;
class QPushButton;

namespace vigie::ui {

struct NamedPair {
    SamePerson pair;
    Member one, other;
};

class SuggestionList final : public QFrame {
    Q_OBJECT
public:
    /// None: pairs among everybody.
    SuggestionList(Shell &shell, MemberId member, QWidget *parent);
    [[nodiscard]] QListWidget &list() const { return *list_; }
    [[nodiscard]] const std::vector<NamedPair> &pairs() const { return pairs_; }
    [[nodiscard]] bool isReady() const { return ready_; }
    void read();
    /// Of the chosen pair.
    void putTogether();
    void keepApart();

Q_SIGNALS:
    void failed(const vigie::Error &error);

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void show();
    [[nodiscard]] const NamedPair *chosen() const;

    Shell &shell_;
    MemberId member_;
    Generation generation_;
    bool ready_ = false;
    std::vector<NamedPair> pairs_;
    QLabel *state_;
    QListWidget *list_;
    QPushButton *one_, *two_;
};

} // namespace vigie::ui
