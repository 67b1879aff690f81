package dev.understudy.itest.tenant;

import dev.understudy.itest.container.Container;
import dev.understudy.itest.container.Server;
import org.junit.jupiter.api.extension.RegisterExtension;

class FelixLiveChangeIT extends LiveChangeChecks {

    @RegisterExtension
    static final Container FELIX = Container.felix();

    @Override
    Server server() {
        return FELIX.server();
    }
}
