package dev.understudy.http.tls;

import dev.understudy.settings.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The settings of TLS.
 *
 * @param port the port to listen on, 0 for any that is free; -1 for no TLS
 * @param keystore the file of keys and certificates; empty where PEM files have them
 * @param keystoreType the type of that file, as {@link java.security.KeyStore} names it
 * @param password the password of that file, or of PEM keys that are encrypted
 * @param certificates the PEM files of certificates, each with those that signed it; the first one is for clients that name no host
 * @param keys the PEM files of the keys, one for each file of certificates; empty where keys and certificates are in the same files
 * @param hsts the value of {@code Strict-Transport-Security}; empty for no such header
 */
public record TlsSettings(
        int port,
        Optional<Path> keystore,
        String keystoreType,
        Secret password,
        List<Path> certificates,
        List<Path> keys,
        String hsts) {

    public TlsSettings {
        certificates = List.copyOf(certificates);
        keys = List.copyOf(keys);
    }

    /** Returns whether there is a port for TLS. */
    public boolean isOn() {
        return port >= 0;
    }

    /** Returns the file of the key of a file of certificates. */
    Path keyOf(int certificate) {
        return keys.isEmpty() ? certificates.get(certificate) : keys.get(certificate);
    }

    /** Returns all files that keys, certificates and passwords are read from. */
    List<Path> files() {
        List<Path> files = new ArrayList<>(certificates);
        files.addAll(keys);
        keystore.ifPresent(files::add);
        password.file().ifPresent(files::add);
        return files;
    }
}
