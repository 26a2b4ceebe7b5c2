// SPDX-License-Identifier: GPL-3.0-or-later
// The files of the library as a grid of pictures; each picture is read when it is first seen.
// Thread: the window's; pictures are read behind.
#pragma once

#include "ui/bridge/bridge.hpp"
#include "ui/bridge/generation.hpp"

#include <vigie/model/asset.hpp>

#include <QAbstractListModel>
#include <QHash>
#include <QPixmap>

#include <vector>

namespace vigie::ui {

class MediaModel final : public QAbstractListModel {
    Q_OBJECT
public:
    MediaModel(Bridge &bridge, QObject *parent);
    /// Words in name, alternative texts, credit or licence; empty: all.
    void search(const QString &words);
    void reload() { search(words_); }
    [[nodiscard]] const Asset *at(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(AssetId id) const;
    void replace(const Asset &asset);
    [[nodiscard]] bool loaded() const { return loaded_; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void loadedChanged();
    void failed(const vigie::Error &error);

private:
    void wantPicture(const Asset &asset) const;

    Bridge &bridge_;
    Generation turns_;
    QString words_;
    std::vector<Asset> assets_;
    mutable QHash<qint64, QPixmap> pictures_;
    bool loaded_ = false;
};

} // namespace vigie::ui
