// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures and films of a post, each with what it shows in words.
// Thread: the window's; files are looked at on a worker.
#pragma once

#include "ui/bridge/bridge.hpp"

#include <vigie/model/outbound.hpp>

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace vigie::ui {

class MediaList final : public QWidget {
    Q_OBJECT
public:
    MediaList(Bridge &bridge, QWidget *parent);
    void setMedia(const std::vector<OutboundMedia> &media, bool readOnly);
    [[nodiscard]] const std::vector<OutboundMedia> &media() const { return media_; }
    void addFiles(const QStringList &paths);
    void askForFiles();

Q_SIGNALS:
    void edited();

private:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void rebuild();
    QWidget *makeRow(std::size_t index);
    void addThumbnail(QBoxLayout *layout, const QString &path, QWidget *row);

    Bridge &bridge_;
    std::vector<OutboundMedia> media_;
    bool readOnly_ = false;
    QVBoxLayout *rows_;
    QPushButton *add_;
};

} // namespace vigie::ui
