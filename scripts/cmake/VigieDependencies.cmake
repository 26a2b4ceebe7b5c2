# SPDX-License-Identifier: GPL-3.0-or-later
# Everything Vigie stands on, in one place; all of it is packaged by Debian 12.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(date REQUIRED)
find_package(CURL REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(LibXml2 REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(ZLIB REQUIRED)
pkg_check_modules(LIBSECRET REQUIRED IMPORTED_TARGET libsecret-1)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(HTTPLIB REQUIRED IMPORTED_TARGET cpp-httplib)

find_package(tl-expected QUIET)
if(NOT TARGET tl::expected)
  find_path(VIGIE_EXPECTED_INCLUDE tl/expected.hpp REQUIRED)
  add_library(tl::expected INTERFACE IMPORTED)
  target_include_directories(tl::expected INTERFACE "${VIGIE_EXPECTED_INCLUDE}")
endif()

# SOCI and CLD2 ship no CMake package in Debian.
find_library(VIGIE_SOCI_CORE soci_core REQUIRED)
find_library(VIGIE_SOCI_SQLITE soci_sqlite3 REQUIRED)
find_path(VIGIE_SOCI_INCLUDE soci/soci.h REQUIRED)
add_library(vigie_soci INTERFACE)
target_include_directories(vigie_soci SYSTEM INTERFACE "${VIGIE_SOCI_INCLUDE}" "${VIGIE_SOCI_INCLUDE}/soci")
target_link_libraries(vigie_soci INTERFACE ${VIGIE_SOCI_SQLITE} ${VIGIE_SOCI_CORE} SQLite::SQLite3)

find_library(VIGIE_CLD2 cld2 REQUIRED)
add_library(vigie_cld2 INTERFACE)
target_link_libraries(vigie_cld2 INTERFACE ${VIGIE_CLD2})

find_path(VIGIE_CLI11_INCLUDE CLI/CLI.hpp REQUIRED)
find_path(VIGIE_BOOST_INCLUDE boost/math/distributions/beta.hpp REQUIRED)
