package dev.understudy.http.server;

import dev.understudy.http.failures.FailureTables;
import dev.understudy.http.log.AccessLog;
import dev.understudy.http.mount.Dispatcher;
import dev.understudy.http.settings.HttpSettingTable;
import dev.understudy.http.settings.HttpSettings;
import dev.understudy.http.tls.FileReasons;
import dev.understudy.http.tls.ServerKeys;
import dev.understudy.http.tls.TlsSettings;
import dev.understudy.http.tls.UnusableKeysException;
import dev.understudy.settings.SettingRow;
import dev.understudy.settings.UnusableSettingException;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens what the host needs to serve: the access log, and a server that requests come through. Says which setting is wrong if it cannot. */
final class ServerOpener {

    private static final Logger LOG = LoggerFactory.getLogger(ServerOpener.class);

    private final Dispatcher dispatcher;
    private final FailureTables failures;
    private final FinishedRequests finished;

    /**
     * Creates an opener.
     *
     * @param failures is told of finished requests
     * @param finished likewise
     */
    ServerOpener(Dispatcher dispatcher, FailureTables failures, FinishedRequests finished) {
        this.finished = finished;
        this.dispatcher = dispatcher;
        this.failures = failures;
    }

    /**
     * Opens the access log.
     *
     * @throws UnusableSettingException when its folder cannot be used
     */
    static AccessLog openLog(HttpSettings wanted) {
        try {
            return AccessLog.open(wanted.log(), Clock.system(ZoneId.systemDefault()));
        } catch (IOException e) {
            throw new UnusableSettingException(
                    HttpSettingTable.LOG_DIRECTORY,
                    String.valueOf(wanted.log().directory()),
                    "the access log cannot be written: " + FileReasons.of(e),
                    "a folder that can be written to, or empty for none");
        }
    }

    /**
     * Finds out whether an address can be had.
     *
     * @throws UnusableSettingException when it cannot
     */
    static void requireFree(HttpSettings wanted, int port, SettingRow<Integer> setting) {
        try {
            StandaloneServer.requireFree(wanted.host(), port, setting);
        } catch (PortException e) {
            throw cannotListen(wanted, e);
        }
    }

    /**
     * Finds out whether the keys for HTTPS can be used.
     *
     * @throws UnusableSettingException when they cannot
     */
    static void requireKeys(TlsSettings wanted) {
        if (wanted.isOn()) {
            try {
                ServerKeys.check(wanted);
            } catch (UnusableKeysException e) {
                throw unusable(e);
            }
        }
    }

    /**
     * Opens the host's own server, or has requests come through one of another bundle.
     *
     * @param foreign null for none; one that cannot be used counts as none
     * @throws UnusableSettingException when the address cannot be used
     */
    ServerBinding bind(HttpSettings wanted, AccessLog log, @Nullable Server foreign) {
        RequestLog requests = (request, response) -> {
            failures.finished(request);
            log.log(request, response);
            finished.tell(request, response);
        };
        if (foreign != null) {
            try {
                return AttachedServer.enter(wanted, dispatcher, requests, foreign);
            } catch (IOException e) {
                LOG.warn("Not using the Jetty server registered as a service: {}", e.getMessage());
            }
        }
        ServerKeys keys = openKeys(wanted.tls());
        try {
            return StandaloneServer.open(wanted, keys, dispatcher, requests);
        } catch (PortException e) {
            if (keys != null) {
                keys.close();
            }
            throw cannotListen(wanted, e);
        }
    }

    private static @Nullable ServerKeys openKeys(TlsSettings wanted) {
        try {
            return wanted.isOn() ? ServerKeys.open(wanted) : null;
        } catch (UnusableKeysException e) {
            throw unusable(e);
        }
    }

    private static UnusableSettingException unusable(UnusableKeysException refusal) {
        SettingRow<?> setting = switch (refusal.origin()) {
            case KEYSTORE -> HttpSettingTable.KEYSTORE;
            case PASSWORD -> HttpSettingTable.KEYSTORE_PASSWORD;
            case CERTIFICATES -> HttpSettingTable.CERTIFICATES;
            case KEYS -> HttpSettingTable.KEYS;
        };
        return new UnusableSettingException(
                setting,
                refusal.file().toString(),
                refusal.file().getFileName() + ": " + refusal.getMessage(),
                setting.syntax().allowed());
    }

    private static UnusableSettingException cannotListen(HttpSettings wanted, PortException failure) {
        String reason =
                "cannot listen on host '" + wanted.host() + "', port " + failure.port() + ": " + failure.getMessage();
        return failure.isAboutPort()
                ? new UnusableSettingException(
                        failure.setting(), Integer.toString(failure.port()), reason, "a port that is free")
                : new UnusableSettingException(
                        HttpSettingTable.HOST,
                        wanted.host(),
                        reason,
                        HttpSettingTable.HOST.syntax().allowed());
    }
}
