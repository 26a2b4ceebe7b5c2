// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/thumbnail.hpp"

#include "ui/widget/pieces.hpp"

#include <QFileInfo>
#include <QImageReader>
#include <QLabel>
#include <QPixmap>

namespace vigie::ui {

namespace {

Result<QImage> readImage(const QString &path, const QSize &size, bool filled)
{
    if (!QFileInfo(path).isFile())
        return fail(Errc::NotFound, "not on this disk");
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const auto mode = filled ? Qt::KeepAspectRatioByExpanding : Qt::KeepAspectRatio;
    if (const auto whole = reader.size(); whole.isValid() && whole.width() > size.width())
        reader.setScaledSize(whole.scaled(size, mode));
    auto image = reader.read();
    if (image.isNull())
        return fail(Errc::Unsupported, "not a picture");
    image = image.scaled(size, mode, Qt::SmoothTransformation);
    if (!filled)
        return image;
    return image.copy((image.width() - size.width()) / 2, (image.height() - size.height()) / 2, size.width(), size.height());
}

} // namespace

void showThumbnail(Bridge &bridge, QLabel *label, const QString &path, const QSize &size, bool filled)
{
    const auto ratio = label->devicePixelRatioF();
    bridge.work<QImage>(
        label, [path, wanted = size * ratio, filled] { return readImage(path, wanted, filled); },
        [label, ratio, filled](Result<QImage> image) {
            if (!image)
                return;
            auto pixmap = QPixmap::fromImage(*image);
            pixmap.setDevicePixelRatio(ratio);
            label->setPixmap(pixmap);
            if (filled)
                setRole(label, {}); // the ground of its name would frame it
            label->show();
        });
}

} // namespace vigie::ui
