package dev.understudy.http.server;

import dev.understudy.settings.SettingRow;
import java.io.IOException;

/** An address that the server cannot listen on. */
final class PortException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient SettingRow<Integer> setting;
    private final int port;

    /**
     * Creates an exception.
     *
     * @param setting the setting that has the port
     * @param reason what is wrong, in the words of the system
     */
    PortException(SettingRow<Integer> setting, int port, String reason, Exception cause) {
        super(reason, cause);
        this.setting = setting;
        this.port = port;
    }

    /** Returns the setting that has the port. */
    SettingRow<Integer> setting() {
        return setting;
    }

    /** Returns the port. */
    int port() {
        return port;
    }

    /** Returns whether it is because of the port, and not of the host: somebody else has it, or it takes more rights. */
    boolean isAboutPort() {
        return String.valueOf(getMessage()).matches("(?i).*(in use|permission denied).*");
    }
}
