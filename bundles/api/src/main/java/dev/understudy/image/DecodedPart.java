package dev.understudy.image;

/**
 * What a decoder gives for a request, told beforehand.
 *
 * @param region the part of the stored image, in stored full-size pixels
 * @param reduction factor by which the samples are smaller
 * @param level the request for the whole image whose samples these are cut from: the same samples for the same request
 */
public record DecodedPart(Region region, int reduction, DecodeRequest level) {

    public DecodedPart {
        if (level.region() != null || level.tolerance() != Tolerance.STRICT) {
            throw new IllegalArgumentException("a level is a whole and sound image");
        }
    }
}
