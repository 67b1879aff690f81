package dev.understudy.observe;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The certificates that the HTTP server shows to clients of HTTPS. */
@ProviderType
public interface ServerCertificates {

    /** Returns those in use at this moment; empty where there is no HTTPS, or where it is another bundle's. */
    List<ServerCertificate> certificates();

    /**
     * A certificate.
     *
     * @param names the hosts that it is for, in lower case; {@code *.} at the beginning stands for one label
     * @param from when it begins to be valid
     * @param until when it ends to be valid
     */
    record ServerCertificate(List<String> names, Instant from, Instant until) {

        public ServerCertificate {
            names = List.copyOf(names);
        }
    }
}
