// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/common/upload.hpp"

namespace vigie::connect {

net::FormPart textField(std::string name, std::string value)
{
    net::FormPart part;
    part.name = std::move(name);
    part.value = std::move(value);
    return part;
}

net::FormPart fileField(std::string name, const OutboundMedia &media)
{
    net::FormPart part;
    part.name = std::move(name);
    part.filePath = media.path;
    part.fileName = media.path.substr(media.path.find_last_of('/') + 1);
    part.mimeType = media.mime;
    return part;
}

bool isVideo(const OutboundMedia &media)
{
    return media.mime.starts_with("video/");
}

} // namespace vigie::connect
