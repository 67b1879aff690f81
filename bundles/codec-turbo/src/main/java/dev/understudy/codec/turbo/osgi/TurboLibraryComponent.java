package dev.understudy.codec.turbo.osgi;

import dev.understudy.codec.turbo.TurboAccelerator;
import dev.understudy.codec.turbo.natives.JnaCleaner;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Has the codec be there where the system has a library that decodes as we do; elsewhere there is no such service. */
@Component(service = {})
public final class TurboLibraryComponent {

    @Activate
    public TurboLibraryComponent(ComponentContext context) {
        if (TurboAccelerator.find().isPresent()) {
            context.enableComponent(TurboCodecComponent.class.getName());
        }
    }

    @Deactivate
    void close() {
        JnaCleaner.end();
    }
}
