package dev.understudy.itest.container;

import java.nio.file.Path;

/** A server that runs. */
public interface Server extends AutoCloseable {

    Setup setup();

    /** The folder of its configuration files, watched. */
    Path etc();

    default Client client() {
        return new Client(setup().port());
    }

    @Override
    void close();
}
