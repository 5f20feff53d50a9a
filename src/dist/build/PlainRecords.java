import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASM9;
import static org.objectweb.asm.Opcodes.BIPUSH;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.F_SAME;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.IADD;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.ICONST_1;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.IF_ACMPNE;
import static org.objectweb.asm.Opcodes.IF_ICMPNE;
import static org.objectweb.asm.Opcodes.IMUL;
import static org.objectweb.asm.Opcodes.INSTANCEOF;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.LCMP;
import static org.objectweb.asm.Opcodes.POP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Writes the records among the classes of a folder into another one, with {@code equals} and {@code
 * hashCode} in plain instructions that do what the language says. The compiler leaves both to the
 * moment they are first called, and no archive of Java keeps what is made then.
 */
final class PlainRecords {

  private static final String MADE_WHEN_CALLED = "java/lang/runtime/ObjectMethods";
  private static final int FACTOR = 31;
  private static final Type OBJECT = Type.getType(Object.class);

  public static void main(String[] arguments) throws IOException {
    Path from = Path.of(arguments[0]);
    Path to = Path.of(arguments[1]);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        ClassReader read = new ClassReader(Files.readAllBytes(file));
        if (read.getSuperName() != null && read.getSuperName().equals("java/lang/Record")) {
          Path written = to.resolve(from.relativize(file).toString());
          Files.createDirectories(written.getParent());
          Files.write(written, plain(read));
        }
      }
    }
  }

  private static byte[] plain(ClassReader read) {
    ClassWriter written = new ClassWriter(read, ClassWriter.COMPUTE_MAXS);
    read.accept(
        new ClassVisitor(ASM9, written) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return new Plain(super.visitMethod(access, name, descriptor, signature, exceptions));
          }
        },
        0);
    return written.toByteArray();
  }

  /** Replaces the one instruction that calls what is made later, by that itself. */
  private static final class Plain extends MethodVisitor {

    Plain(MethodVisitor written) {
      super(ASM9, written);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle maker, Object... arguments) {
      if (!maker.getOwner().equals(MADE_WHEN_CALLED) || name.equals("toString")) {
        super.visitInvokeDynamicInsn(name, descriptor, maker, arguments);
        return;
      }
      Type owner = (Type) arguments[0];
      List<Handle> components = new ArrayList<>();
      for (int i = 2; i < arguments.length; i++) {
        components.add((Handle) arguments[i]);
      }
      if (name.equals("hashCode")) {
        writeHashCode(owner, components);
      } else {
        writeEquals(owner, components);
      }
    }

    /** The record is on the stack, and in variable 0. */
    private void writeHashCode(Type owner, List<Handle> components) {
      visitInsn(POP);
      visitInsn(ICONST_0);
      for (Handle component : components) {
        visitIntInsn(BIPUSH, FACTOR);
        visitInsn(IMUL);
        visitVarInsn(ALOAD, 0);
        get(component);
        Type type = Type.getType(component.getDesc());
        call(type, "hashCode", Type.INT_TYPE, isObject(type) ? OBJECT : type);
        visitInsn(IADD);
      }
    }

    /** The record and the other object are on the stack, and in variables 0 and 1. */
    private void writeEquals(Type owner, List<Handle> components) {
      Label different = new Label();
      Label other = new Label();
      visitJumpInsn(IF_ACMPNE, other);
      visitInsn(ICONST_1);
      visitInsn(IRETURN);
      visitLabel(other);
      visitFrame(F_SAME, 0, null, 0, null);
      visitVarInsn(ALOAD, 1);
      visitTypeInsn(INSTANCEOF, owner.getInternalName());
      visitJumpInsn(IFEQ, different);
      for (Handle component : components) {
        visitVarInsn(ALOAD, 0);
        get(component);
        visitVarInsn(ALOAD, 1);
        visitTypeInsn(CHECKCAST, owner.getInternalName());
        get(component);
        jumpUnlessEqual(Type.getType(component.getDesc()), different);
      }
      visitInsn(ICONST_1);
      visitInsn(IRETURN);
      visitLabel(different);
      visitFrame(F_SAME, 0, null, 0, null);
      visitInsn(ICONST_0);
    }

    private void jumpUnlessEqual(Type type, Label different) {
      switch (type.getSort()) {
        case Type.OBJECT, Type.ARRAY -> {
          call(type, "equals", Type.BOOLEAN_TYPE, OBJECT, OBJECT);
          visitJumpInsn(IFEQ, different);
        }
        case Type.LONG -> {
          visitInsn(LCMP);
          visitJumpInsn(IFNE, different);
        }
        case Type.FLOAT, Type.DOUBLE -> {
          call(type, "compare", Type.INT_TYPE, type, type);
          visitJumpInsn(IFNE, different);
        }
        default -> visitJumpInsn(IF_ICMPNE, different);
      }
    }

    /** Calls what Java has for the values of a type. */
    private void call(Type type, String name, Type result, Type... arguments) {
      visitMethodInsn(
          INVOKESTATIC,
          box(type),
          name,
          Type.getMethodDescriptor(result, arguments),
          false);
    }

    private void get(Handle component) {
      visitFieldInsn(GETFIELD, component.getOwner(), component.getName(), component.getDesc());
    }

    private static boolean isObject(Type type) {
      return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
    }

    private static String box(Type type) {
      return switch (type.getSort()) {
        case Type.BOOLEAN -> "java/lang/Boolean";
        case Type.CHAR -> "java/lang/Character";
        case Type.BYTE -> "java/lang/Byte";
        case Type.SHORT -> "java/lang/Short";
        case Type.INT -> "java/lang/Integer";
        case Type.LONG -> "java/lang/Long";
        case Type.FLOAT -> "java/lang/Float";
        case Type.DOUBLE -> "java/lang/Double";
        default -> "java/util/Objects";
      };
    }
  }
}
