// SPDX-License-Identifier: GPL-3.0-or-later
// Places for pictures and films that networks fetch themselves: a folder of a WebDAV server, a bucket of an object store that
// speaks Amazon S3's interface. They are connected like networks, read nothing and publish nothing.
// Connecting one writes a line of text, looks whether it is found at the public address, and takes it away again: what would fail
// on the day of a post fails now.
// Thread: as connectors. Errors: ContentRefused (what is put there is not found at the public address), what the server says.
#pragma once

#include <vigie/connect/connector.hpp>

#include <memory>

namespace vigie::connect {

[[nodiscard]] std::unique_ptr<Connector> makeWebDav();
[[nodiscard]] std::unique_ptr<Connector> makeS3();

} // namespace vigie::connect
