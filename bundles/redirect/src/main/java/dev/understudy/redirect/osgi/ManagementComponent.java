package dev.understudy.redirect.osgi;

import dev.understudy.observe.Secondaries;
import java.lang.management.ManagementFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Offers the secondary servers as a bean of the platform's JMX. */
@Component(
        service = {},
        immediate = true)
public final class ManagementComponent {

    private final SecondariesManagement management;

    @Activate
    public ManagementComponent(@Reference(policyOption = ReferencePolicyOption.GREEDY) Secondaries secondaries) {
        management = SecondariesManagement.open(secondaries, ManagementFactory.getPlatformMBeanServer());
    }

    @Deactivate
    void close() {
        management.close();
    }
}
