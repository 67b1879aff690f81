package dev.understudy.http.tls;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of the server while their files may change. New connections use new keys within seconds; connections that stand are not
 * touched. Files that cannot be used, or that have been at rest for less than a second, change nothing.
 */
public final class ServerKeys implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("dev.understudy.startup");
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final TlsSettings settings;
    private final SslContextFactory.Server context;
    private final ScheduledExecutorService timer;
    private final CertificateAlarm alarm = new CertificateAlarm(InstantSource.system(), LOG::warn);
    private List<FileState> seen;
    private List<FileState> judged;
    private volatile List<CertificateEntry> certificates;
    private volatile @Nullable String problem;

    private ServerKeys(TlsSettings settings, KeyMaterial keys, List<FileState> read) {
        this.settings = settings;
        this.context = TlsContext.of(keys);
        this.seen = read;
        this.judged = read;
        this.certificates = keys.entries();
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "understudy-tls");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Reads the files, and watches them from now on.
     *
     * @throws UnusableKeysException when they cannot be used
     */
    public static ServerKeys open(TlsSettings settings) throws UnusableKeysException {
        List<FileState> before = FileState.of(settings.files());
        KeyMaterial keys = KeyMaterial.load(settings);
        ServerKeys opened = new ServerKeys(settings, keys, before);
        opened.alarm.look(opened.certificates);
        opened.timer.scheduleWithFixedDelay(opened::look, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        return opened;
    }

    /**
     * Finds out whether the files can be used.
     *
     * @throws UnusableKeysException when they cannot
     */
    public static void check(TlsSettings settings) throws UnusableKeysException {
        KeyMaterial.load(settings);
    }

    /** Returns the context of new connections, for a connector to start. */
    public SslContextFactory.Server context() {
        return context;
    }

    /** Returns the state for reports. */
    public TlsStatus status(int port) {
        return new TlsStatus(port, certificates, problem);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** Looks at the files and the calendar once; what has changed since the last look is left to the next one, as it may be half written. */
    private synchronized void look() {
        try {
            List<FileState> now = FileState.of(settings.files());
            boolean atRest = now.equals(seen);
            seen = now;
            if (atRest && !now.equals(judged)) {
                judged = now;
                reload();
            }
            alarm.look(certificates);
        } catch (RuntimeException e) {
            // Whatever it is, the next look may do better.
            LOG.error("The files of TLS keys cannot be looked at", e);
        }
    }

    private void reload() {
        try {
            KeyMaterial keys = KeyMaterial.load(settings);
            TlsContext.replace(keys, context);
            certificates = keys.entries();
            problem = null;
            LOG.info("TLS: new keys are in use, for {}", keys.entries().get(0).names());
            alarm.reset();
        } catch (UnusableKeysException e) {
            refuse(e.file() + ": " + e.getMessage(), e.file().getFileName() + ": " + e.getMessage());
        } catch (Exception e) {
            refuse(e.toString(), "the files cannot be used");
        }
    }

    private void refuse(String message, String hint) {
        problem = hint;
        LOG.error("TLS: {}; the keys before stay in use", message);
    }
}
