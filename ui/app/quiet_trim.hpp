// SPDX-License-Identifier: GPL-3.0-or-later
// Gives memory back to the system while nobody works: what long answers left free in the heaps of the threads that read stays with
// the process otherwise (a hundred megabytes and more, measured in tests/bench/window_bench.cpp). Made once, by the window.
// Thread: the window's; the giving back itself is done on a thread of Qt's pool. Errors: none.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace vigie::ui {

class QuietTrim final : public QObject {
    Q_OBJECT
public:
    explicit QuietTrim(QObject *parent);

private:
    void look();
    bool eventFilter(QObject *watched, QEvent *event) override;

    QTimer timer_;
    QElapsedTimer sinceInput_;
    std::shared_ptr<std::atomic<qint64>> rest_; ///< bytes of its own that were resident after the last time
};

} // namespace vigie::ui
