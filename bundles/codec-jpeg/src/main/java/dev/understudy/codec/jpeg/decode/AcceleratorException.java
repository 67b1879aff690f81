package dev.understudy.codec.jpeg.decode;

/** An accelerator has not decoded a frame that is sound. */
public final class AcceleratorException extends Exception {

    private static final long serialVersionUID = 1L;

    public AcceleratorException(String message) {
        super(message);
    }

    public AcceleratorException(String message, Throwable cause) {
        super(message, cause);
    }
}
