// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures and films of a post, each with what it shows in words. A file that is given goes into the media library first; what leaves
// is taken from there.
// Thread: the window's; files are read and copied behind.
#pragma once

#include "ui/bridge/bridge.hpp"

#include <vigie/app/composing.hpp>
#include <vigie/model/asset.hpp>
#include <vigie/model/outbound.hpp>

#include <QWidget>

#include <map>
#include <stop_token>

class QBoxLayout;
class QImage;
class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace vigie::ui {

class MediaList final : public QWidget {
    Q_OBJECT
public:
    MediaList(Bridge &bridge, QWidget *parent);
    /// `lang`: of the post; in it a picture brings its alternative text along.
    void setMedia(const std::vector<OutboundMedia> &media, const std::string &lang, bool readOnly);
    void setLanguage(const std::string &lang) { lang_ = lang; }
    [[nodiscard]] const std::vector<OutboundMedia> &media() const { return media_; }
    void addFiles(const QStringList &paths);
    /// What was copied from another program.
    void addPicture(const QImage &picture);
    void addAsset(const Asset &asset);
    /// It was described elsewhere.
    void refreshAsset(const Asset &asset);
    void askForFiles();
    [[nodiscard]] QString notice() const;
    [[nodiscard]] bool taking() const { return taking_; }

Q_SIGNALS:
    void edited();
    void libraryWanted();
    /// Details of a file: credit, licence, last day, both languages.
    void detailsWanted(vigie::AssetId asset);

private:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void rebuild();
    void refreshWords();
    void readAssets();
    void taken(const std::vector<app::TakenFile> &files);
    void setTaking(bool taking);
    QWidget *makeRow(std::size_t index);
    void addWords(QVBoxLayout *layout, std::size_t index, const QString &name, QWidget *row);
    void keepWords(std::size_t index);
    void setNoWords(AssetId id, bool none);
    void remove(std::size_t index);
    void move(std::size_t index, int by);
    [[nodiscard]] const Asset *assetOf(const OutboundMedia &media) const;

    Bridge &bridge_;
    std::vector<OutboundMedia> media_;
    std::map<AssetId, Asset> assets_;
    std::string lang_;
    bool readOnly_ = false, taking_ = false;
    std::stop_source stop_;
    QVBoxLayout *rows_;
    QPushButton *add_, *library_, *cancel_;
    QProgressBar *progress_;
    QLabel *notice_;
};

} // namespace vigie::ui
