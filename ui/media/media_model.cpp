// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/media/media_model.hpp"

#include "ui/bridge/text.hpp"

#include <vigie/app/composing.hpp>
#include <vigie/store/assets.hpp>

#include <QImage>
#include <QImageReader>
#include <QPainter>

#include <algorithm>

namespace vigie::ui {

namespace {

constexpr int kSide = 128;

/// Every picture stands on a square of the same size, so that the grid is one.
QPixmap square(const QImage &image)
{
    QPixmap whole(kSide, kSide);
    whole.fill(Qt::transparent);
    QPainter painter(&whole);
    painter.drawImage((kSide - image.width()) / 2, (kSide - image.height()) / 2, image);
    return whole;
}

} // namespace

MediaModel::MediaModel(Bridge &bridge, QObject *parent) : QAbstractListModel(parent), bridge_(bridge) {}

void MediaModel::search(const QString &words)
{
    words_ = words;
    const auto number = turns_.next();
    bridge_.read<std::vector<Asset>>(
        this, [words = utf8(words.trimmed())](store::Tx &tx) { return store::Assets(tx).list(words); },
        [this, number](Result<std::vector<Asset>> assets) {
            if (!turns_.is(number))
                return;
            if (!assets) {
                if (assets.error().code != Errc::Cancelled)
                    Q_EMIT failed(assets.error());
                return;
            }
            beginResetModel();
            assets_ = std::move(*assets);
            endResetModel();
            loaded_ = true;
            Q_EMIT loadedChanged();
        });
}

const Asset *MediaModel::at(const QModelIndex &index) const
{
    return index.isValid() && index.row() < static_cast<int>(assets_.size()) ? &assets_[static_cast<std::size_t>(index.row())] : nullptr;
}

QModelIndex MediaModel::indexOf(AssetId id) const
{
    const auto found = std::find_if(assets_.begin(), assets_.end(), [id](const Asset &one) { return one.id == id; });
    return found == assets_.end() ? QModelIndex() : index(static_cast<int>(found - assets_.begin()));
}

void MediaModel::replace(const Asset &asset)
{
    const auto place = indexOf(asset.id);
    if (!place.isValid())
        return;
    assets_[static_cast<std::size_t>(place.row())] = asset;
    Q_EMIT dataChanged(place, place);
}

int MediaModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(assets_.size());
}

QVariant MediaModel::data(const QModelIndex &index, int role) const
{
    const auto *asset = at(index);
    if (asset == nullptr)
        return {};
    const auto name = qs(asset->name);
    switch (role) {
    case Qt::DisplayRole: return name;
    case Qt::ToolTipRole: return name.toHtmlEscaped();
    case Qt::AccessibleTextRole: {
        const auto words = qs(asset->altFr.empty() ? asset->altEn : asset->altFr);
        return words.isEmpty() ? tr("%1, without words").arg(name) : QStringLiteral("%1, %2").arg(name, words);
    }
    case Qt::DecorationRole:
        if (const auto found = pictures_.constFind(asset->id.value); found != pictures_.constEnd())
            return *found;
        wantPicture(*asset);
        return pictures_.value(asset->id.value);
    default: return {};
    }
}

void MediaModel::wantPicture(const Asset &asset) const
{
    pictures_.insert(asset.id.value, square({})); // asked for once
    if (bridge_.workspace() == nullptr || !asset.mime.starts_with("image/"))
        return;
    auto *self = const_cast<MediaModel *>(this);
    bridge_.work<QImage>(
        self,
        [path = qs(bridge_.workspace()->composing().shelf().pathOf(asset))]() -> Result<QImage> {
            QImageReader reader(path);
            reader.setAutoTransform(true);
            if (const auto whole = reader.size(); whole.isValid())
                reader.setScaledSize(whole.scaled(kSide, kSide, Qt::KeepAspectRatio));
            auto image = reader.read();
            return image.isNull() ? Result<QImage>(fail(Errc::Unsupported, "not a picture")) : Result<QImage>(std::move(image));
        },
        [self, id = asset.id](Result<QImage> image) {
            if (!image)
                return;
            self->pictures_[id.value] = square(*image);
            if (const auto place = self->indexOf(id); place.isValid())
                Q_EMIT self->dataChanged(place, place, {Qt::DecorationRole});
        });
}

} // namespace vigie::ui
