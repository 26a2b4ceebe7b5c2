// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/media_list.hpp"

#include "ui/bridge/text.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"

#include <QDragEnterEvent>
#include <QEvent>
#include <QFile>
#include <QCryptographicHash>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QImageReader>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QMimeDatabase>
#include <QPushButton>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

constexpr int kThumbWidth = 64, kThumbHeight = 40;

Result<std::vector<OutboundMedia>> lookAt(const QStringList &paths)
{
    std::vector<OutboundMedia> found;
    for (const auto &path : paths) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue; // the check before sending names what cannot be read
        QCryptographicHash hash(QCryptographicHash::Sha256);
        if (!hash.addData(&file))
            continue;
        OutboundMedia media;
        media.path = utf8(path);
        media.mime = utf8(QMimeDatabase().mimeTypeForFile(path).name());
        media.sha256 = hash.result().toHex().toStdString();
        found.push_back(std::move(media));
    }
    return found;
}

} // namespace

MediaList::MediaList(Bridge &bridge, QWidget *parent) : QWidget(parent), bridge_(bridge), rows_(new QVBoxLayout), add_(roleButton(QStringLiteral("quiet"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    rows_->setSpacing(kGrid);
    layout->addLayout(rows_);
    layout->addWidget(add_, 0, Qt::AlignLeft);
    add_->setIcon(Theme::of(this).icon(QStringLiteral("image")));
    setAcceptDrops(true);
    connect(add_, &QPushButton::clicked, this, &MediaList::askForFiles);
    rebuild();
}

void MediaList::setMedia(const std::vector<OutboundMedia> &media, bool readOnly)
{
    media_ = media;
    readOnly_ = readOnly;
    rebuild();
}

void MediaList::askForFiles()
{
    auto *dialog = new QFileDialog(this, tr("Add pictures or films"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Pictures and films (*.jpg *.jpeg *.png *.gif *.webp *.heic *.avif *.mp4 *.webm *.mov)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &MediaList::addFiles);
    dialog->open();
}

void MediaList::addFiles(const QStringList &paths)
{
    bridge_.work<std::vector<OutboundMedia>>(
        this, [paths] { return lookAt(paths); },
        [this](Result<std::vector<OutboundMedia>> found) {
            if (!found || found->empty())
                return;
            media_.insert(media_.end(), found->begin(), found->end());
            rebuild();
            Q_EMIT edited();
        });
}

/// Of what stands on this disk; what is only at the network is named, not fetched.
void MediaList::addThumbnail(QBoxLayout *layout, const QString &path, QWidget *row)
{
    if (!QFileInfo(path).isFile())
        return;
    auto *label = new QLabel(row);
    label->hide();
    layout->addWidget(label);
    const auto ratio = devicePixelRatioF();
    const QSize wanted(Theme::of(this).scaled(kThumbWidth), Theme::of(this).scaled(kThumbHeight));
    bridge_.work<QImage>(
        label,
        [path, size = wanted * ratio]() -> Result<QImage> {
            QImageReader reader(path);
            reader.setAutoTransform(true);
            const auto whole = reader.size();
            if (whole.isValid())
                reader.setScaledSize(whole.scaled(size, Qt::KeepAspectRatio));
            auto image = reader.read();
            if (image.isNull())
                return fail(Errc::Unsupported, "not a picture");
            return image.scaled(size, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        },
        [label, ratio](Result<QImage> image) {
            if (!image)
                return;
            auto pixmap = QPixmap::fromImage(*image);
            pixmap.setDevicePixelRatio(ratio);
            label->setPixmap(pixmap);
            label->show();
        });
}

QWidget *MediaList::makeRow(std::size_t index)
{
    const auto &media = media_[index];
    const auto name = QFileInfo(qs(media.path)).fileName();
    auto *row = new QFrame(this);
    row->setProperty("role", "card");
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(10, 6, 6, 6);
    layout->setSpacing(kGrid);
    auto *head = new QHBoxLayout;
    addThumbnail(head, qs(media.path), row);
    auto *label = new ElidedLabel(row);
    label->setTextFormat(Qt::PlainText);
    label->setText(name);
    head->addWidget(label, 1);
    auto *remove = roleButton(QStringLiteral("quiet"), row);
    remove->setIcon(Theme::of(this).icon(QStringLiteral("close"), &Colors::muted));
    remove->setAccessibleName(tr("Remove %1").arg(name));
    remove->setToolTip(remove->accessibleName().toHtmlEscaped());
    remove->setEnabled(!readOnly_);
    head->addWidget(remove);
    layout->addLayout(head);
    auto *alt = new QLineEdit(qs(media.alt), row);
    alt->setPlaceholderText(tr("What it shows, for those who cannot see it"));
    alt->setAccessibleName(tr("Alternative text of %1").arg(name));
    alt->setReadOnly(readOnly_);
    layout->addWidget(alt);
    auto *warn = roleLabel(QStringLiteral("warn"), tr("The alternative text is empty."), row);
    warn->setVisible(media.alt.empty());
    layout->addWidget(warn);
    connect(alt, &QLineEdit::textChanged, this, [this, index, warn](const QString &text) {
        media_[index].alt = utf8(text);
        warn->setVisible(text.trimmed().isEmpty());
        Q_EMIT edited();
    });
    connect(remove, &QPushButton::clicked, this, [this, index] {
        media_.erase(media_.begin() + static_cast<std::ptrdiff_t>(index));
        rebuild();
        add_->setFocus();
        Q_EMIT edited();
    });
    return row;
}

void MediaList::rebuild()
{
    while (auto *item = rows_->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater(); // it may be the one whose button was pressed
        }
        delete item;
    }
    for (std::size_t i = 0; i < media_.size(); ++i)
        rows_->addWidget(makeRow(i));
    add_->setText(tr("Add pictures or films"));
    add_->setVisible(!readOnly_);
}

void MediaList::dragEnterEvent(QDragEnterEvent *event)
{
    if (!readOnly_ && event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MediaList::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const auto &url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    addFiles(paths);
    event->acceptProposedAction();
}

void MediaList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
