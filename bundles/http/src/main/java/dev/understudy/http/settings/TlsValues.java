package dev.understudy.http.settings;

import dev.understudy.http.tls.TlsSettings;
import dev.understudy.settings.SettingRow;
import dev.understudy.settings.SettingValues;
import dev.understudy.settings.UnusableSettingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the settings of TLS of values that fit together. */
final class TlsValues {

    private TlsValues() {}

    /**
     * Returns the settings.
     *
     * @throws UnusableSettingException when one of the values has no effect, or none without another one
     */
    static TlsSettings of(SettingValues values) {
        int port = values.get(HttpSettingTable.SSL_PORT);
        Optional<Path> keystore = values.get(HttpSettingTable.KEYSTORE);
        List<Path> certificates = values.get(HttpSettingTable.CERTIFICATES);
        List<Path> keys = values.get(HttpSettingTable.KEYS);
        String hsts = values.get(HttpSettingTable.STRICT_TRANSPORT);
        if (port < 0 && !values.isReplaced(HttpSettingTable.SSL_PORT)) {
            refuseWithoutPort(
                    HttpSettingTable.KEYSTORE, keystore.map(Path::toString).orElse(""));
            refuseWithoutPort(HttpSettingTable.CERTIFICATES, joined(certificates));
            refuseWithoutPort(HttpSettingTable.KEYS, joined(keys));
            refuseWithoutPort(HttpSettingTable.STRICT_TRANSPORT, hsts);
        } else if (port >= 0) {
            requireKeys(port, keystore, certificates, keys);
            if (port > 0 && port == values.get(HttpSettingTable.PORT)) {
                throw refusal(HttpSettingTable.SSL_PORT, port, "it is the port of HTTP, too", "another port");
            }
        }
        return new TlsSettings(
                port,
                keystore,
                values.get(HttpSettingTable.KEYSTORE_TYPE),
                values.get(HttpSettingTable.KEYSTORE_PASSWORD),
                certificates,
                keys,
                hsts);
    }

    private static void requireKeys(int port, Optional<Path> keystore, List<Path> certificates, List<Path> keys) {
        if (keystore.isEmpty() && certificates.isEmpty()) {
            throw refusal(
                    HttpSettingTable.SSL_PORT,
                    port,
                    "neither keystoreFile nor certificateFiles is set, and HTTPS takes one of them",
                    "empty, or a port together with one of them");
        }
        if (keystore.isPresent() && !certificates.isEmpty()) {
            throw refusal(
                    HttpSettingTable.CERTIFICATES, joined(certificates), "keystoreFile is set, too", "one of the two");
        }
        if (!keys.isEmpty() && keys.size() != certificates.size()) {
            throw refusal(
                    HttpSettingTable.KEYS,
                    joined(keys),
                    keys.size() + " files for the " + certificates.size() + " of certificateFiles",
                    "as many files as in certificateFiles, or none");
        }
    }

    private static void refuseWithoutPort(SettingRow<?> row, String value) {
        if (!value.isEmpty()) {
            throw refusal(row, value, "it has no effect without sslPort", "empty, or a value together with sslPort");
        }
    }

    private static UnusableSettingException refusal(SettingRow<?> row, Object value, String reason, String allowed) {
        return new UnusableSettingException(row, value.toString(), reason, allowed);
    }

    private static String joined(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(";"));
    }
}
