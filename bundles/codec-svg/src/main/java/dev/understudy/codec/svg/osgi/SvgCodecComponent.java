package dev.understudy.codec.svg.osgi;

import dev.understudy.codec.svg.SvgCodec;
import dev.understudy.codec.svg.SvgSettings;
import dev.understudy.image.Codec;
import dev.understudy.image.Decoder;
import dev.understudy.image.Encoder;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** SVG as a service. New settings are a new codec. */
@Component
public final class SvgCodecComponent implements Codec {

    private final Codec codec;

    @Activate
    public SvgCodecComponent(@Reference(policyOption = ReferencePolicyOption.GREEDY) SvgSettings settings) {
        codec = new SvgCodec(settings);
    }

    @Override
    public List<Decoder> decoders() {
        return codec.decoders();
    }

    @Override
    public List<Encoder> encoders() {
        return codec.encoders();
    }
}
