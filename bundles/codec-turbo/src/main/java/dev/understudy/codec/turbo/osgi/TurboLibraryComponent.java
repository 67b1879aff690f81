package dev.understudy.codec.turbo.osgi;

import dev.understudy.codec.turbo.natives.TurboLibraries;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Has the codec be there where the system has the library; elsewhere there is no such service. */
@Component(service = {})
public final class TurboLibraryComponent {

    @Activate
    public TurboLibraryComponent(ComponentContext context) {
        if (TurboLibraries.find().isPresent()) {
            context.enableComponent(TurboCodecComponent.class.getName());
        }
    }
}
