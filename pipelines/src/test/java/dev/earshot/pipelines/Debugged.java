package dev.earshot.pipelines;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import java.io.IOException;
import java.util.Map;

/**
 * Kills a process at a moment of its work: the JVM's own debugging interface stops it at a method,
 * so that nothing in the program has to know.
 */
final class Debugged {
  /** An option of the JVM: wait for a debugger, and print at which port. */
  static final String OPTION =
      "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=127.0.0.1:0";

  /** What the JVM prints before the port. */
  static final String PORT_SIGN = "Listening for transport dt_socket at address: ";

  private final Process process;
  private final VirtualMachine machine;

  private Debugged(Process process, VirtualMachine machine) {
    this.process = process;
    this.machine = machine;
  }

  /** Attaches to a process that was started with {@link #OPTION} and waits. */
  static Debugged attach(Process process, String port) throws IOException {
    AttachingConnector connector =
        Bootstrap.virtualMachineManager().attachingConnectors().stream()
            .filter(c -> c.transport().name().equals("dt_socket"))
            .findFirst()
            .orElseThrow();
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    arguments.get("hostname").setValue("127.0.0.1");
    arguments.get("port").setValue(port);
    try {
      return new Debugged(process, connector.attach(arguments));
    } catch (IllegalConnectorArgumentsException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Lets the process run until a method is called for the {@code last} time, and kills it before.
   *
   * @return how often the method was called; fewer than {@code last} where the process has ended
   */
  int killBefore(int last, String type, String method) throws InterruptedException {
    ClassPrepareRequest loading = machine.eventRequestManager().createClassPrepareRequest();
    loading.addClassFilter(type);
    loading.enable();
    machine.resume();
    int calls = 0;
    while (true) {
      EventSet events = machine.eventQueue().remove();
      for (Event event : events) {
        if (event instanceof ClassPrepareEvent loaded) {
          machine
              .eventRequestManager()
              .createBreakpointRequest(
                  loaded.referenceType().methodsByName(method).get(0).location())
              .enable();
        } else if (event instanceof BreakpointEvent && ++calls == last) {
          process.destroyForcibly().waitFor();
          return calls;
        } else if (event instanceof VMDeathEvent || event instanceof VMDisconnectEvent) {
          return calls;
        }
      }
      events.resume();
    }
  }
}
