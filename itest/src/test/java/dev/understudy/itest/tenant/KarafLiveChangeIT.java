package dev.understudy.itest.tenant;

import dev.understudy.itest.container.Container;
import dev.understudy.itest.container.Server;
import org.junit.jupiter.api.extension.RegisterExtension;

class KarafLiveChangeIT extends LiveChangeChecks {

    @RegisterExtension
    static final Container KARAF = Container.karaf();

    @Override
    Server server() {
        return KARAF.server();
    }
}
