<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AccountTab</name>
    <message>
        <source>Opened read-only: nothing can be added or changed.</source>
        <translation>Abierta solo para leer: no se puede añadir ni cambiar nada.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Importar un archivo</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Bloquear ahora</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Help for this place</source>
        <translation>Ayuda de esta pantalla</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Panel siguiente</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Panel anterior</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Tamaño normal del texto</translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <translation>Colores del sistema</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Colores claros</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Colores oscuros</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste alto</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation>Órdenes…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Keep out of screen captures</source>
        <translation>Excluir de las capturas de pantalla</translation>
    </message>
    <message>
        <source>This system has no way to keep a window out of screen captures.</source>
        <translation>Este sistema no permite excluir una ventana de las capturas de pantalla.</translation>
    </message>
</context>
<context>
    <name>AdjustmentForm</name>
    <message>
        <source>Adjust the balance</source>
        <translation>Ajustar el saldo</translation>
    </message>
    <message>
        <source>Save adjustment</source>
        <translation>Guardar ajuste</translation>
    </message>
    <message>
        <source>Lower what is owed</source>
        <translation>Reducir lo que se debe</translation>
    </message>
    <message>
        <source>Raise what is owed</source>
        <translation>Aumentar lo que se debe</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Sentido</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Monto</translation>
    </message>
    <message>
        <source>1,234.50</source>
        <translation>1,234.50</translation>
    </message>
    <message>
        <source>Why, in a few words</source>
        <translation>Por qué, en pocas palabras</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>As a payment is spread</source>
        <translation>Como se reparte un pago</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Parte</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Leave it waiting, marked</source>
        <translation>Dejarla en espera, marcada</translation>
    </message>
    <message>
        <source>Reject it: other person</source>
        <translation>Rechazarla: otra persona</translation>
    </message>
    <message>
        <source>And the other strong lead?</source>
        <translation>¿Y la otra pista fuerte?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>Joins as</source>
        <translation>Se une como</translation>
    </message>
    <message>
        <source>{name} was accepted for this debtor before. A once more keeps both; T adds an associate.</source>
        <translation>{name} ya se aceptó para este deudor. A otra vez conserva a los dos; T añade un allegado.</translation>
    </message>
    <message>
        <source>Look once more, then decide.</source>
        <translation>Mire otra vez y decida.</translation>
    </message>
</context>
<context>
    <name>AuditRows</name>
    <message>
        <source>No.</source>
        <translation>N.º</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>De qué</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
</context>
<context>
    <name>AuditScreen</name>
    <message>
        <source>Audit entries</source>
        <translation>Entradas de auditoría</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Filter:  import  unlock  2026-11</source>
        <translation>Filtro:  import  unlock  2026-11</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>aún sin comprobar</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Auditoría</translation>
    </message>
    <message>
        <source>Checking the chain</source>
        <translation>Comprobando la cadena</translation>
    </message>
    <message>
        <source>Export audit entries (the file is not encrypted)</source>
        <translation>Exportar entradas de auditoría (el archivo no va cifrado)</translation>
    </message>
    <message>
        <source>1 entry written. The file is not encrypted.</source>
        <translation>1 entrada escrita. El archivo no está cifrado.</translation>
    </message>
    <message>
        <source>{n} entries written. The file is not encrypted.</source>
        <translation>{n} entradas escritas. El archivo no va cifrado.</translation>
    </message>
    <message>
        <source>verified to entry {n}</source>
        <translation>verificada hasta la entrada {n}</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>verificada</translation>
    </message>
    <message>
        <source>No entry holds “{words}”.</source>
        <translation>Ninguna entrada contiene «{words}».</translation>
    </message>
</context>
<context>
    <name>BalanceCard</name>
    <message>
        <source>Balance by part</source>
        <translation>Saldo por partes</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>Capital</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>Interés</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Cargos</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>Costos</translation>
    </message>
    <message>
        <source>Not split</source>
        <translation>Sin desglosar</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>BehindRow</name>
    <message>
        <source>Stop it</source>
        <translation>Detenerlo</translation>
    </message>
    <message>
        <source>What you started goes on; the vault opens when it is done.</source>
        <translation>Lo que inició sigue en marcha; la bóveda se abre cuando termine.</translation>
    </message>
    <message>
        <source>What you started goes on ({n} %); the vault opens when it is done.</source>
        <translation>Lo que inició sigue en marcha ({n} %); la bóveda se abre cuando termine.</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message>
        <source>Looking for leads like this</source>
        <translation>Buscando pistas como esta</translation>
    </message>
    <message>
        <source>Accepting leads</source>
        <translation>Aceptando pistas</translation>
    </message>
    <message>
        <source>1 lead was left: somebody decided or changed it meanwhile.</source>
        <translation>Quedó 1 pista: entretanto alguien la decidió o la cambió.</translation>
    </message>
    <message>
        <source>{n} leads were left: decided, changed or cancelled meanwhile.</source>
        <translation>Quedaron {n} pistas: entretanto se decidieron, cambiaron o cancelaron.</translation>
    </message>
</context>
<context>
    <name>BulkModel</name>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntos</translation>
    </message>
</context>
<context>
    <name>BulkSheet</name>
    <message>
        <source>Accept all like this</source>
        <translation>Aceptar todas las de este tipo</translation>
    </message>
    <message>
        <source>The case gains</source>
        <translation>El expediente gana</translation>
    </message>
    <message>
        <source>Left out because</source>
        <translation>Se deja fuera porque</translation>
    </message>
    <message>
        <source>Will be accepted</source>
        <translation>Se aceptarán</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Fuera</translation>
    </message>
    <message>
        <source>Back  Esc</source>
        <translation>Atrás  Esc</translation>
    </message>
    <message>
        <source>Same import, same band and the same evidence: {pattern}. One undo takes all back.</source>
        <translation>Misma importación, misma franja y las mismas pruebas: {pattern}. Un solo deshacer las devuelve todas.</translation>
    </message>
    <message>
        <source>Accept this 1</source>
        <translation>Aceptar esta</translation>
    </message>
    <message>
        <source>Accept these {n}</source>
        <translation>Aceptar estas {n}</translation>
    </message>
    <message>
        <source>1 is alike but needs eyes of its own:</source>
        <translation>1 se parece, pero hay que verla aparte:</translation>
    </message>
    <message>
        <source>{n} are alike but need eyes of their own:</source>
        <translation>{n} se parecen, pero hay que verlas aparte:</translation>
    </message>
</context>
<context>
    <name>Case</name>
    <message>
        <source>Nothing usable</source>
        <translation>Nada utilizable</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Candidato</translation>
    </message>
    <message>
        <source>Corroborated</source>
        <translation>Corroborado</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificado</translation>
    </message>
    <message>
        <source>Right party confirmed</source>
        <translation>Persona confirmada</translation>
    </message>
    <message>
        <source>no address or employer that is not known to be bad</source>
        <translation>ninguna dirección ni empleador que no conste como malo</translation>
    </message>
    <message>
        <source>one source says so</source>
        <translation>lo dice una fuente</translation>
    </message>
    <message>
        <source>two independent sources say so</source>
        <translation>lo dicen dos fuentes independientes</translation>
    </message>
    <message>
        <source>somebody checked it and marked it good</source>
        <translation>alguien lo comprobó y lo marcó como bueno</translation>
    </message>
    <message>
        <source>the right person was reached</source>
        <translation>se contactó a la persona correcta</translation>
    </message>
    <message>
        <source>1 source</source>
        <translation>1 fuente</translation>
    </message>
    <message>
        <source>{n} sources</source>
        <translation>{n} fuentes</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>no utilizable</translation>
    </message>
    <message>
        <source>{sources}, outdated too</source>
        <translation>{sources}, también desactualizada</translation>
    </message>
    <message>
        <source>outdated</source>
        <translation>desactualizada</translation>
    </message>
    <message>
        <source>{sources}, earlier</source>
        <translation>{sources}, anterior</translation>
    </message>
    <message>
        <source>{rung} · {sources}</source>
        <translation>{rung} · {sources}</translation>
    </message>
    <message>
        <source>a newer record of {day} has another address</source>
        <translation>un registro más nuevo, del {day}, tiene otra dirección</translation>
    </message>
    <message>
        <source>A toll-free number: a desk, hardly a person&apos;s own.</source>
        <translation>Número gratuito: un mostrador, difícilmente el de una persona.</translation>
    </message>
    <message>
        <source>A premium-rate number: calls to it cost.</source>
        <translation>Número de tarificación adicional: llamar cuesta.</translation>
    </message>
    <message>
        <source>A follow-me number: it may ring anywhere.</source>
        <translation>Número personal: puede sonar en cualquier lugar.</translation>
    </message>
    <message>
        <source>Extension {number}</source>
        <translation>Extensión {number}</translation>
    </message>
    <message>
        <source>Its area code is of {state}, where none of the addresses is.</source>
        <translation>Su prefijo es de {state}, donde no está ninguna de las direcciones.</translation>
    </message>
    <message>
        <source>no longer in {file} of {day}</source>
        <translation>ya no está en {file} del {day}</translation>
    </message>
    <message>
        <source>{file} of {day} says otherwise: {words}</source>
        <translation>{file} del {day} dice otra cosa: {words}</translation>
    </message>
    <message>
        <source>{file}, row {row}</source>
        <translation>{file}, fila {row}</translation>
    </message>
    <message>
        <source>a record file</source>
        <translation>un archivo de registros</translation>
    </message>
    <message>
        <source>{day} (recorded)</source>
        <translation>{day} (registrado)</translation>
    </message>
    <message>
        <source>This person</source>
        <translation>Esta persona</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Direcciones</translation>
    </message>
    <message>
        <source>Employers</source>
        <translation>Empleadores</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>They called</source>
        <translation>Llamada entrante</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>Mensaje de texto</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Locate</source>
        <translation>Localización</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Negotiation</source>
        <translation>Negociación</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Pista</translation>
    </message>
    <message>
        <source>Contact point</source>
        <translation>Dato de contacto</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Dinero</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Restriction</source>
        <translation>Restricción</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Contact and notes</source>
        <translation>Contacto y notas</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>retirado</translation>
    </message>
    <message>
        <source>corrected by a newer entry</source>
        <translation>corregido por una entrada más nueva</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Empleador</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En línea</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Postura</translation>
    </message>
    <message>
        <source>Counter-offer</source>
        <translation>Contraoferta</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Próximo paso</translation>
    </message>
    <message>
        <source>Record of</source>
        <translation>Registro de</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>Fallecido</translation>
    </message>
</context>
<context>
    <name>CaseHeader</name>
    <message>
        <source>Head of the case</source>
        <translation>Encabezado del expediente</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Saldo</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Antigüedad</translation>
    </message>
    <message>
        <source>Best number</source>
        <translation>Mejor número</translation>
    </message>
    <message>
        <source>Best address</source>
        <translation>Mejor dirección</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} de {count}</translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>Fallecido</translation>
    </message>
    <message>
        <source>Located: {rung}</source>
        <translation>Localizado: {rung}</translation>
    </message>
    <message>
        <source>1 lead waits</source>
        <translation>1 pista en espera</translation>
    </message>
    <message>
        <source>{n} leads wait</source>
        <translation>{n} pistas en espera</translation>
    </message>
    <message>
        <source>Not located: {rung}</source>
        <translation>No localizado: {rung}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 día</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} días</translation>
    </message>
    <message>
        <source>{years} years</source>
        <translation>{years} años</translation>
    </message>
    <message>
        <source>Nothing to come</source>
        <translation>Nada pendiente</translation>
    </message>
    <message>
        <source>No next action: set one (S)</source>
        <translation>Sin próxima acción: fije una (S)</translation>
    </message>
    <message>
        <source>Next: {action}, {day}</source>
        <translation>Próximo: {action}, {day}</translation>
    </message>
</context>
<context>
    <name>CaseLeadsModel</name>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
</context>
<context>
    <name>CaseNoteForm</name>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>What happened, or what you found</source>
        <translation>Qué pasó o qué se encontró</translation>
    </message>
    <message>
        <source>The note is empty.</source>
        <translation>La nota está vacía.</translation>
    </message>
    <message>
        <source>Say what happened or what you found.</source>
        <translation>Diga qué pasó o qué encontró.</translation>
    </message>
</context>
<context>
    <name>CaseScreen</name>
    <message>
        <source>Parts of the case file</source>
        <translation>Partes del expediente</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>People &amp;&amp; contact points</source>
        <translation>Personas &amp;&amp; contactos</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Pistas</translation>
    </message>
    <message>
        <source>Negotiation</source>
        <translation>Negociación</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Dinero</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Pestaña siguiente</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Pestaña anterior</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>Expediente siguiente</translation>
    </message>
    <message>
        <source>Previous case</source>
        <translation>Expediente anterior</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Open the worklist</source>
        <translation>Abrir la lista de trabajo</translation>
    </message>
    <message>
        <source>Case file</source>
        <translation>Expediente</translation>
    </message>
    <message>
        <source>This case was not opened from a list.</source>
        <translation>Este expediente no se abrió desde una lista.</translation>
    </message>
    <message>
        <source>This is the end of the list.</source>
        <translation>Aquí termina la lista.</translation>
    </message>
    <message>
        <source>No case is open. Open one from the worklist with Enter.</source>
        <translation>No hay ningún expediente abierto. Abra uno desde la lista de trabajo con Intro.</translation>
    </message>
</context>
<context>
    <name>ChargeForm</name>
    <message>
        <source>Add a fee, cost or interest</source>
        <translation>Añadir cargo, costo o interés</translation>
    </message>
    <message>
        <source>Save charge</source>
        <translation>Guardar cargo</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Monto</translation>
    </message>
    <message>
        <source>1,234.50</source>
        <translation>1,234.50</translation>
    </message>
    <message>
        <source>Effective on</source>
        <translation>Con efecto el</translation>
    </message>
    <message>
        <source>What for, and by which right</source>
        <translation>Por qué concepto y con qué derecho</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Rows that cannot be taken</source>
        <translation>Filas que no se pueden tomar</translation>
    </message>
    <message>
        <source>Every row can be taken.</source>
        <translation>Se pueden tomar todas las filas.</translation>
    </message>
    <message>
        <source>The file has headings, but no rows under them.</source>
        <translation>El archivo tiene encabezados, pero ninguna fila debajo.</translation>
    </message>
    <message>
        <source>No row of this file can be used.</source>
        <translation>No se puede usar ninguna fila de este archivo.</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 fila</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n} filas</translation>
    </message>
    <message>
        <source>{n} new accounts</source>
        <translation>{n} cuentas nuevas</translation>
    </message>
    <message>
        <source>1 new account</source>
        <translation>1 cuenta nueva</translation>
    </message>
    <message>
        <source>{n} changed</source>
        <translation>{n} cambiadas</translation>
    </message>
    <message>
        <source>{n} as they are</source>
        <translation>{n} iguales</translation>
    </message>
    <message>
        <source>{n} can be used</source>
        <translation>{n} se pueden usar</translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>{n} personas</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 persona</translation>
    </message>
    <message>
        <source>{n} repeats</source>
        <translation>{n} repetidas</translation>
    </message>
    <message>
        <source>1 repeat</source>
        <translation>1 repetida</translation>
    </message>
    <message>
        <source>{n} cannot be taken</source>
        <translation>{n} no se pueden tomar</translation>
    </message>
</context>
<context>
    <name>ChoiceRow</name>
    <message>
        <source>Back  Esc</source>
        <translation>Atrás  Esc</translation>
    </message>
</context>
<context>
    <name>ColumnChooser</name>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <source>Change  F2</source>
        <translation>Cambiar  F2</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>Such as: {values}</source>
        <translation>Por ejemplo: {values}</translation>
    </message>
    <message>
        <source>{n} of {m} rows shown are filled, {d} different values.</source>
        <translation>{n} de {m} filas mostradas tienen dato, {d} valores distintos.</translation>
    </message>
    <message>
        <source>Leading zeros are kept: numbers like these are read as text.</source>
        <translation>Se conservan los ceros iniciales: estos números se leen como texto.</translation>
    </message>
    <message>
        <source>This column is not read.</source>
        <translation>Esta columna no se lee.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>A command, a place, a name or account number</source>
        <translation>Una orden, una pantalla, un nombre o número de cuenta</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontrado</translation>
    </message>
</context>
<context>
    <name>ComparisonGrid</name>
    <message>
        <source>Nothing differs.</source>
        <translation>Nada difiere.</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparación</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>coincide</translation>
    </message>
    <message>
        <source>nearly agrees</source>
        <translation>casi coincide</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>difiere</translation>
    </message>
    <message>
        <source>nothing to compare</source>
        <translation>nada que comparar</translation>
    </message>
</context>
<context>
    <name>ContactForm</name>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Choose the outcome</source>
        <translation>Elegir el resultado</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Qué se dijo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Reached at</source>
        <translation>Contacto en</translation>
    </message>
    <message>
        <source>Mark it</source>
        <translation>Marcarlo</translation>
    </message>
    <message>
        <source>Spoken to</source>
        <translation>Se habló con</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>0.00</source>
        <translation>0.00</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Costo</translation>
    </message>
    <message>
        <source>none of those on file</source>
        <translation>ninguno de los que constan</translation>
    </message>
    <message>
        <source>as the contact point says</source>
        <translation>según el dato de contacto</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Dejar como está</translation>
    </message>
    <message>
        <source>What came of it?</source>
        <translation>¿Qué resultó?</translation>
    </message>
    <message>
        <source>Choose an outcome.</source>
        <translation>Elija un resultado.</translation>
    </message>
</context>
<context>
    <name>CorrectForm</name>
    <message>
        <source>Correct an entry</source>
        <translation>Corregir una entrada</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>How it was</source>
        <translation>Cómo fue</translation>
    </message>
    <message>
        <source>Instead</source>
        <translation>En su lugar</translation>
    </message>
</context>
<context>
    <name>CreatePage</name>
    <message>
        <source>Make a new vault</source>
        <translation>Crear una bóveda</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>An empty or new folder</source>
        <translation>Una carpeta vacía o nueva</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Frase de contraseña otra vez</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Fortaleza</translation>
    </message>
    <message>
        <source>Passphrase (at least 12 characters; a sentence is best)</source>
        <translation>Frase de contraseña (12 caracteres o más; mejor una oración)</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>La misma otra vez</translation>
    </message>
    <message>
        <source>Nobody can reset it. Without the passphrase and the recovery sheet, which is next, everything in the vault is lost.</source>
        <translation>Nadie puede restablecerla. Sin la frase y sin la hoja de recuperación, que viene ahora, se pierde todo lo que hay en la bóveda.</translation>
    </message>
    <message>
        <source>Make the vault</source>
        <translation>Crear la bóveda</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Making the vault (about 2 seconds)</source>
        <translation>Creando la bóveda (unos 2 segundos)</translation>
    </message>
    <message>
        <source>An empty folder for the vault</source>
        <translation>Una carpeta vacía para la bóveda</translation>
    </message>
    <message>
        <source>Strength: {label}. A hundred fast computers would need {time}.</source>
        <translation>Fortaleza: {label}. Cien computadoras rápidas necesitarían {time}.</translation>
    </message>
</context>
<context>
    <name>DateEdit</name>
    <message>
        <source>No date</source>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>sin fecha</translation>
    </message>
</context>
<context>
    <name>DescribeForm</name>
    <message>
        <source>Label and consent</source>
        <translation>Rótulo y consentimiento</translation>
    </message>
    <message>
        <source>home, work, cell …</source>
        <translation>casa, trabajo, celular …</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Rótulo</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>landline</source>
        <translation>fijo</translation>
    </message>
    <message>
        <source>wireless</source>
        <translation>móvil</translation>
    </message>
    <message>
        <source>voice over internet</source>
        <translation>voz por internet</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>What they agreed to, when and how</source>
        <translation>Qué aceptó, cuándo y cómo</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consentimiento</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Forms of the case</source>
        <translation>Formularios del expediente</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Locate attempt</source>
        <translation>Localización</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Negotiation note</source>
        <translation>Nota de negociación</translation>
    </message>
    <message>
        <source>Next action</source>
        <translation>Próxima acción</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Assignee and tags</source>
        <translation>Encargado y etiquetas</translation>
    </message>
    <message>
        <source>Opened read-only</source>
        <translation>Abierta solo para leer</translation>
    </message>
</context>
<context>
    <name>DetailsCard</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Whose data</source>
        <translation>De quién es el dato</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Qué se dijo</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Pruebas</translation>
    </message>
    <message>
        <source>{kind} of {name} ({role})</source>
        <translation>{kind} de {name} ({role})</translation>
    </message>
    <message>
        <source>As given: {raw}</source>
        <translation>Según el original: {raw}</translation>
    </message>
    <message>
        <source>{status} since {day}: {reason}</source>
        <translation>{status} desde {day}: {reason}</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>sin motivo indicado</translation>
    </message>
    <message>
        <source>Marked by {who}, {when}</source>
        <translation>Marcado por {who}, {when}</translation>
    </message>
    <message>
        <source>Right party reached here {when}</source>
        <translation>Persona correcta contactada aquí {when}</translation>
    </message>
    <message>
        <source>Line: {line}; consent: {consent}</source>
        <translation>Línea: {line}; consentimiento: {consent}</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>none on file</source>
        <translation>no consta</translation>
    </message>
    <message>
        <source>1 independent source</source>
        <translation>1 fuente independiente</translation>
    </message>
    <message>
        <source>{n} independent sources</source>
        <translation>{n} fuentes independientes</translation>
    </message>
    <message>
        <source>{origins}; first seen {first}, last seen {last}</source>
        <translation>{origins}; visto por primera vez {first}, por última {last}</translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>Fallecido</translation>
    </message>
    <message>
        <source>Also known as {names}</source>
        <translation>También conocido como {names}</translation>
    </message>
    <message>
        <source>Born {day}</source>
        <translation>Nacido {day}</translation>
    </message>
    <message>
        <source>SSN ends {digits}</source>
        <translation>SSN termina en {digits}</translation>
    </message>
    <message>
        <source>Said by {source}</source>
        <translation>Lo dice {source}</translation>
    </message>
</context>
<context>
    <name>DifferingText</name>
    <message>
        <source>+{count} more</source>
        <translation>+{count} más</translation>
    </message>
</context>
<context>
    <name>DocumentsTab</name>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Forms of the documents</source>
        <translation>Formularios de los documentos</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadido</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Adjuntar un archivo</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>No documents yet. Attach a file, or drop one here.</source>
        <translation>Aún no hay documentos. Adjunte un archivo o suéltelo aquí.</translation>
    </message>
    <message>
        <source>Opened read-only</source>
        <translation>Abierta solo para leer</translation>
    </message>
    <message>
        <source>Choose a document first</source>
        <translation>Elija antes un documento</translation>
    </message>
    <message>
        <source>Not opened from here: opening it could run a program. Export it instead.</source>
        <translation>No se abre desde aquí: abrirlo podría ejecutar un programa. Expórtelo.</translation>
    </message>
    <message>
        <source>Attaching a document</source>
        <translation>Adjuntando un documento</translation>
    </message>
    <message>
        <source>Opening a document</source>
        <translation>Abriendo un documento</translation>
    </message>
    <message>
        <source>No program of this computer opens files of this type. Export it instead.</source>
        <translation>Ningún programa de esta computadora abre archivos de este tipo. Expórtelo.</translation>
    </message>
    <message>
        <source>Export the document</source>
        <translation>Exportar el documento</translation>
    </message>
    <message>
        <source>The exported file is not encrypted, and the case records the export. Export it?</source>
        <translation>El archivo exportado no va cifrado y la exportación consta en el expediente. ¿Exportarlo?</translation>
    </message>
    <message>
        <source>Exporting a document</source>
        <translation>Exportando un documento</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Adjuntar archivos</translation>
    </message>
</context>
<context>
    <name>EditBar</name>
    <message>
        <source>Due</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>+3 days</source>
        <translation>+3 días</translation>
    </message>
    <message>
        <source>+1 week</source>
        <translation>+1 semana</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>What is to happen next</source>
        <translation>Qué hay que hacer ahora</translation>
    </message>
    <message>
        <source>Tag to add</source>
        <translation>Etiqueta que se añade</translation>
    </message>
    <message>
        <source>Tag to remove</source>
        <translation>Etiqueta que se quita</translation>
    </message>
    <message>
        <source>Who does it (empty: nobody)</source>
        <translation>Quién lo hace (vacío: nadie)</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Nombre de la vista</translation>
    </message>
</context>
<context>
    <name>EditionStrip</name>
    <message>
        <source>Newer edition read</source>
        <translation>Edición nueva leída</translation>
    </message>
    <message>
        <source>No newer edition says otherwise of anybody accepted.</source>
        <translation>Ninguna edición nueva dice otra cosa de alguien aceptado.</translation>
    </message>
    <message>
        <source>The vault is open read-only.</source>
        <translation>La bóveda está abierta en modo de solo lectura.</translation>
    </message>
    <message>
        <source>Read  E</source>
        <translation>Leído  E</translation>
    </message>
    <message>
        <source>The newer edition {file} of {day} says otherwise of {person}: {words}.</source>
        <translation>La edición nueva {file} del {day} dice otra cosa de {person}: {words}.</translation>
    </message>
    <message>
        <source>The newer edition {file} of {day} no longer has {person}, who was accepted.</source>
        <translation>La edición nueva {file} del {day} ya no tiene a {person}, que fue aceptada.</translation>
    </message>
</context>
<context>
    <name>Ego</name>
    <message>
        <source>People and places around this person</source>
        <translation>Personas y lugares en torno a esta persona</translation>
    </message>
    <message>
        <source>linked by {source}, {day}</source>
        <translation>vinculado por {source}, {day}</translation>
    </message>
</context>
<context>
    <name>EgoCard</name>
    <message>
        <source>People and places</source>
        <translation>Personas y lugares</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Es</translation>
    </message>
    <message>
        <source>Who or where</source>
        <translation>Quién o dónde</translation>
    </message>
    <message>
        <source>Linked by</source>
        <translation>Vinculado por</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Qué se dijo</translation>
    </message>
    <message>
        <source>People and places as a table</source>
        <translation>Personas y lugares en tabla</translation>
    </message>
    <message>
        <source>Nobody and no place is linked to this person by any source yet.</source>
        <translation>Ninguna fuente vincula aún a nadie ni ningún lugar con esta persona.</translation>
    </message>
    <message>
        <source>{n} more are on the tab People &amp; contact points.</source>
        <translation>{n} más están en la pestaña Personas &amp; contactos.</translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>Close form</source>
        <translation>Cerrar el formulario</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>That is not an amount.</source>
        <translation>Eso no es un monto.</translation>
    </message>
    <message>
        <source>Enter it as 1,234.50.</source>
        <translation>Escríbalo como 1,234.50.</translation>
    </message>
    <message>
        <source>An amount is needed.</source>
        <translation>Falta el monto.</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>Kind of file</source>
        <translation>Tipo de archivo</translation>
    </message>
    <message>
        <source>Accounts (placement file)</source>
        <translation>Cuentas (archivo de asignación)</translation>
    </message>
    <message>
        <source>Public records</source>
        <translation>Registros públicos</translation>
    </message>
    <message>
        <source>Part of the file</source>
        <translation>Parte del archivo</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Client, for rows that name none</source>
        <translation>Cliente, para filas que no lo indican</translation>
    </message>
    <message>
        <source>Purpose of use</source>
        <translation>Finalidad de uso</translation>
    </message>
    <message>
        <source>Purpose: debt collection</source>
        <translation>Finalidad: cobranza</translation>
    </message>
    <message>
        <source>Purpose: legal process</source>
        <translation>Finalidad: proceso legal</translation>
    </message>
    <message>
        <source>Purpose: research</source>
        <translation>Finalidad: investigación</translation>
    </message>
    <message>
        <source>Edition of an earlier file</source>
        <translation>Edición de un archivo anterior</translation>
    </message>
    <message>
        <source>A newer edition updates its leads</source>
        <translation>Una edición nueva actualiza sus pistas</translation>
    </message>
    <message>
        <source>A file of its own</source>
        <translation>Un archivo aparte</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Otro archivo…</translation>
    </message>
    <message>
        <source>{n} of {m} columns read</source>
        <translation>{n} de {m} columnas leídas</translation>
    </message>
    <message>
        <source>Recognised: {layout}</source>
        <translation>Reconocido: {layout}</translation>
    </message>
    <message>
        <source>Your layout {name} is used</source>
        <translation>Se usa su formato {name}</translation>
    </message>
    <message>
        <source>Your saved mapping is used</source>
        <translation>Se usa su mapeo guardado</translation>
    </message>
    <message>
        <source>The headings have changed a little: look it through</source>
        <translation>Los encabezados cambiaron un poco: revíselo</translation>
    </message>
    <message>
        <source>Guessed from the headings: look it through</source>
        <translation>Deducido de los encabezados: revíselo</translation>
    </message>
    <message>
        <source>Imported {when}: {n} rows would repeat</source>
        <translation>Importado {when}: se repetirían {n} filas</translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>Drop a file here, or choose one. Nothing is written before the last step.</source>
        <translation>Suelte un archivo aquí o elija uno. No se escribe nada antes del último paso.</translation>
    </message>
    <message>
        <source>Placement files (CSV, XLSX), public records and vendor returns; zip, gzip, DBF, fixed width.</source>
        <translation>Archivos de asignación (CSV, XLSX), registros públicos y respuestas de proveedores; zip, gzip, DBF, ancho fijo.</translation>
    </message>
    <message>
        <source>Imports so far</source>
        <translation>Importaciones hasta ahora</translation>
    </message>
    <message>
        <source>Nothing was imported yet.</source>
        <translation>Aún no se importó nada.</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Filter:  status:skip  due:today  balance&gt;500  “maple st”      ( / )</source>
        <translation>Filtro:  status:skip  due:today  balance&gt;500  “maple st”      ( / )</translation>
    </message>
</context>
<context>
    <name>FollowUpForm</name>
    <message>
        <source>Next action</source>
        <translation>Próxima acción</translation>
    </message>
    <message>
        <source>On</source>
        <translation>El</translation>
    </message>
    <message>
        <source>stays: {action}, {day}</source>
        <translation>queda: {action}, {day}</translation>
    </message>
    <message>
        <source>What is to happen next</source>
        <translation>Qué hay que hacer ahora</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>An open account needs a next action.</source>
        <translation>Una cuenta abierta necesita una próxima acción.</translation>
    </message>
    <message>
        <source>Next: {action}, {day}. Save again to take it, or change it.</source>
        <translation>Próximo: {action}, {day}. Guarde de nuevo para aceptarlo, o cámbielo.</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>mañana</translation>
    </message>
    <message>
        <source>overdue 1 day</source>
        <translation>1 día tarde</translation>
    </message>
    <message>
        <source>overdue {n} days</source>
        <translation>{n} días tarde</translation>
    </message>
    <message>
        <source>in {n} days</source>
        <translation>en {n} días</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message>
        <source>{n} days ago</source>
        <translation>hace {n} días</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Opened read-only: nothing can be changed here.</source>
        <translation>Abierta solo para leer: aquí no se puede cambiar nada.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>No hay nada que deshacer.</translation>
    </message>
    <message>
        <source>Nothing was taken back.</source>
        <translation>No se deshizo nada.</translation>
    </message>
    <message>
        <source>This is where you began.</source>
        <translation>Aquí empezó.</translation>
    </message>
    <message>
        <source>There is no way forward.</source>
        <translation>No hay adónde avanzar.</translation>
    </message>
    <message>
        <source>Locks in {minutes} min</source>
        <translation>Se bloquea en {minutes} min</translation>
    </message>
    <message>
        <source>Locks in {seconds} seconds unless you go on.</source>
        <translation>Se bloquea en {seconds} segundos si no sigue.</translation>
    </message>
</context>
<context>
    <name>GainsPanel</name>
    <message>
        <source>What the case gains</source>
        <translation>Lo que gana el expediente</translation>
    </message>
    <message>
        <source>Accepted. Everything it says is on file.</source>
        <translation>Aceptada. Todo lo que dice consta ya en el expediente.</translation>
    </message>
    <message>
        <source>Accepted. If accepted again, this case gains:</source>
        <translation>Aceptada. Si se acepta otra vez, este expediente gana:</translation>
    </message>
    <message>
        <source>If accepted, they join the case as {role}, never as the debtor&apos;s contact:</source>
        <translation>Si se acepta, se une al expediente como {role}, nunca como contacto del deudor:</translation>
    </message>
    <message>
        <source>If accepted, this case gains the evidence only.</source>
        <translation>Si se acepta, el expediente solo gana la prueba.</translation>
    </message>
    <message>
        <source>If accepted, this case gains:</source>
        <translation>Si se acepta, el expediente gana:</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Progress</source>
        <translation>Avance</translation>
    </message>
    <message>
        <source>Match review</source>
        <translation>Revisar pistas</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
</context>
<context>
    <name>HelpBrowser</name>
    <message>
        <source>Help page</source>
        <translation>Página de ayuda</translation>
    </message>
</context>
<context>
    <name>HelpScreen</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Words of the field</source>
        <translation>Palabras del oficio</translation>
    </message>
    <message>
        <source>About, licences</source>
        <translation>Acerca de, licencias</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>By, weights</source>
        <translation>Por, pesos</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Last decisions</source>
        <translation>Últimas decisiones</translation>
    </message>
    <message>
        <source>A, R and U change the decision in place; Enter looks at it; H closes.</source>
        <translation>A, R y U cambian la decisión aquí mismo; Intro la muestra; H cierra.</translation>
    </message>
    <message>
        <source>Nothing has been decided yet.</source>
        <translation>Aún no se ha decidido nada.</translation>
    </message>
</context>
<context>
    <name>HistoryRows</name>
    <message>
        <source>Undone</source>
        <translation>Deshecha</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>Vigente</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Tomadas</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Sin tomar</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>Changes</source>
        <translation>Cambios</translation>
    </message>
    <message>
        <source>What the change did</source>
        <translation>Qué hizo el cambio</translation>
    </message>
    <message>
        <source>Chain not checked</source>
        <translation>Cadena sin comprobar</translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation>Filtrar el historial</translation>
    </message>
    <message>
        <source>Filter: who, what, why</source>
        <translation>Filtro: quién, qué, por qué</translation>
    </message>
    <message>
        <source>What this change did</source>
        <translation>Qué hizo este cambio</translation>
    </message>
    <message>
        <source>Undo this</source>
        <translation>Deshacer esto</translation>
    </message>
    <message>
        <source>Show all changes</source>
        <translation>Mostrar todos los cambios</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Vigencia</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Undone by {n}</source>
        <translation>Deshecho por {n}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Chain broken</source>
        <translation>Cadena rota</translation>
    </message>
    <message>
        <source>The history of this case was altered: {fault}.</source>
        <translation>El historial de este expediente fue alterado: {fault}.</translation>
    </message>
    <message>
        <source>Chain verified</source>
        <translation>Cadena verificada</translation>
    </message>
    <message>
        <source>{n} of {all} changes</source>
        <translation>{n} de {all} cambios</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 cambio</translation>
    </message>
    <message>
        <source>{n} changes</source>
        <translation>{n} cambios</translation>
    </message>
    <message>
        <source>No change matches this filter. Clear it with Esc.</source>
        <translation>Ningún cambio cumple este filtro. Quítelo con Esc.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Opened read-only</source>
        <translation>Abierta solo para leer</translation>
    </message>
    <message>
        <source>Choose a change first</source>
        <translation>Elija antes un cambio</translation>
    </message>
    <message>
        <source>It is undone already; undo change {n} to do it again</source>
        <translation>Ya está deshecho; deshaga el cambio {n} para rehacerlo</translation>
    </message>
    <message>
        <source>This cannot be taken back</source>
        <translation>Esto no se puede deshacer</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nuevo</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Due today</source>
        <translation>Vencen hoy</translation>
    </message>
    <message>
        <source>Promises due today</source>
        <translation>Promesas que vencen hoy</translation>
    </message>
    <message>
        <source>Broken promises</source>
        <translation>Promesas incumplidas</translation>
    </message>
    <message>
        <source>New accounts</source>
        <translation>Cuentas nuevas</translation>
    </message>
    <message>
        <source>No next action</source>
        <translation>Sin próxima acción</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Con retraso</translation>
    </message>
    <message>
        <source>Untouched for 30 days</source>
        <translation>Sin tocar en 30 días</translation>
    </message>
    <message>
        <source>Disputes open</source>
        <translation>Disputas abiertas</translation>
    </message>
    <message>
        <source>Validation pending</source>
        <translation>Validación pendiente</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Start working</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Open number {n}</source>
        <translation>Abrir el número {n}</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Pistas</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>En riesgo</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>Collected this month</source>
        <translation>Cobrado este mes</translation>
    </message>
    <message>
        <source>Located in 30 days</source>
        <translation>Localizados en 30 días</translation>
    </message>
    <message>
        <source>Promises kept</source>
        <translation>Promesas cumplidas</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Contando</translation>
    </message>
    <message>
        <source>No accounts yet. Import a placement file to begin.</source>
        <translation>Aún no hay cuentas. Importe un archivo de asignación para empezar.</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>1 strong</source>
        <translation>1 fuerte</translation>
    </message>
    <message>
        <source>{n} strong</source>
        <translation>{n} fuertes</translation>
    </message>
    <message>
        <source>{n} of {m}</source>
        <translation>{n} de {m}</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>ninguna aún</translation>
    </message>
</context>
<context>
    <name>ImportFlow</name>
    <message>
        <source>Looking at the file</source>
        <translation>Mirando el archivo</translation>
    </message>
    <message>
        <source>Mapping saved: files with these headings are read so.</source>
        <translation>Mapeo guardado: los archivos con estos encabezados se leen así.</translation>
    </message>
    <message>
        <source>Saved as {name}: such files are read so.</source>
        <translation>Guardado como {name}: esos archivos se leen así.</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Ensayo</translation>
    </message>
    <message>
        <source>This very file was imported before: its rows would repeat.</source>
        <translation>Este mismo archivo ya se importó: sus filas se repetirían.</translation>
    </message>
    <message>
        <source>Import again</source>
        <translation>Importar de nuevo</translation>
    </message>
    <message>
        <source>Import it again</source>
        <translation>Importarlo de nuevo</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
</context>
<context>
    <name>ImportScreen</name>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Save mapping</source>
        <translation>Guardar mapeo</translation>
    </message>
    <message>
        <source>Import and find matches</source>
        <translation>Importar y buscar pistas</translation>
    </message>
    <message>
        <source>Start review</source>
        <translation>Revisar pistas</translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>Importar otro archivo</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>A file to import</source>
        <translation>Archivo que se importa</translation>
    </message>
    <message>
        <source>Looking at the file</source>
        <translation>Mirando el archivo</translation>
    </message>
    <message>
        <source>Nothing is written yet. Reading the whole file…</source>
        <translation>Aún no se escribe nada. Leyendo todo el archivo…</translation>
    </message>
    <message>
        <source>The vault is open read-only.</source>
        <translation>La bóveda está abierta solo para leer.</translation>
    </message>
    <message>
        <source>The dry run is not finished.</source>
        <translation>El ensayo no ha terminado.</translation>
    </message>
    <message>
        <source>Nothing is written yet. {words}</source>
        <translation>Aún no se escribe nada. {words}</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Rows not taken…</source>
        <translation>Filas no tomadas…</translation>
    </message>
    <message>
        <source>Undo this import…</source>
        <translation>Deshacer esta importación…</translation>
    </message>
    <message>
        <source>There is no import.</source>
        <translation>No hay ninguna importación.</translation>
    </message>
    <message>
        <source>It took every row.</source>
        <translation>Se tomaron todas las filas.</translation>
    </message>
    <message>
        <source>It was undone already.</source>
        <translation>Ya se deshizo.</translation>
    </message>
    <message>
        <source>The vault is open read-only.</source>
        <translation>La bóveda está abierta solo para leer.</translation>
    </message>
    <message>
        <source>Match changed accounts again</source>
        <translation>Cotejar de nuevo las cuentas cambiadas</translation>
    </message>
    <message>
        <source>Matching changed accounts</source>
        <translation>Cotejando las cuentas cambiadas</translation>
    </message>
    <message>
        <source>Rows not taken (the file is not encrypted)</source>
        <translation>Filas no tomadas (el archivo no va cifrado)</translation>
    </message>
    <message>
        <source>1 row written. The file is not encrypted.</source>
        <translation>1 fila escrita. El archivo no está cifrado.</translation>
    </message>
    <message>
        <source>{n} rows written. The file is not encrypted.</source>
        <translation>{n} filas escritas. El archivo no va cifrado.</translation>
    </message>
    <message>
        <source>Its {n} rows, their key and its pending candidates go. What you accepted stays in its case.</source>
        <translation>Se eliminan sus {n} filas, su clave y sus candidatos en espera. Lo que aceptó queda en su expediente.</translation>
    </message>
    <message>
        <source>Looking at the cases</source>
        <translation>Mirando los expedientes</translation>
    </message>
    <message>
        <source>Accounts destroyed for good: {n}; kept: {kept}.</source>
        <translation>Cuentas destruidas para siempre: {n}; conservadas: {kept}.</translation>
    </message>
    <message>
        <source>Undone. Accounts gone: {n}; kept: {kept}.</source>
        <translation>Deshecho. Cuentas eliminadas: {n}; conservadas: {kept}.</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>Deshacer esta importación</translation>
    </message>
    <message>
        <source>Undo it</source>
        <translation>Deshacerla</translation>
    </message>
    <message>
        <source>Undoing the import</source>
        <translation>Deshaciendo la importación</translation>
    </message>
    <message>
        <source>Undone: 1 candidate is gone.</source>
        <translation>Deshecho: 1 candidato eliminado.</translation>
    </message>
    <message>
        <source>Undone: {n} candidates are gone.</source>
        <translation>Deshecha: se eliminaron {n} candidatos.</translation>
    </message>
    <message>
        <source>1 of them was proposed by hand; its case tells so.</source>
        <translation>1 de ellas fue propuesta a mano; su expediente lo dice.</translation>
    </message>
    <message>
        <source>{n} of them were proposed by hand; their cases tell so.</source>
        <translation>{n} de ellas fueron propuestas a mano; sus expedientes lo dicen.</translation>
    </message>
    <message>
        <source>Accepted before and kept: {numbers}</source>
        <translation>Aceptados antes y conservados: {numbers}</translation>
    </message>
</context>
<context>
    <name>JobLine</name>
    <message>
        <source>Progress</source>
        <translation>Avance</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Cancelando…</translation>
    </message>
</context>
<context>
    <name>KeyRows</name>
    <message>
        <source>means another too</source>
        <translation>significa también otra cosa</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Single letters are keys in lists</source>
        <translation>Letras solas como teclas en listas</translation>
    </message>
    <message>
        <source>Keys of the match review</source>
        <translation>Teclas de la revisión de pistas</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Buscar una acción</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Tecla nueva</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Usar esta tecla</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Volver a la original</translation>
    </message>
    <message>
        <source>All keys to their defaults</source>
        <translation>Restablecer todas</translation>
    </message>
    <message>
        <source>Match review:</source>
        <translation>Revisar pistas:</translation>
    </message>
</context>
<context>
    <name>LastCard</name>
    <message>
        <source>Last activity</source>
        <translation>Última actividad</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>Aún no se hizo nada.</translation>
    </message>
</context>
<context>
    <name>LayoutRows</name>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>{n} of {m} read</source>
        <translation>{n} de {m} leídas</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
</context>
<context>
    <name>LayoutsBox</name>
    <message>
        <source>Your own layouts</source>
        <translation>Sus propios formatos</translation>
    </message>
    <message>
        <source>New name of the layout</source>
        <translation>Nombre nuevo del formato</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nombre nuevo</translation>
    </message>
    <message>
        <source>Rename layout</source>
        <translation>Renombrar formato</translation>
    </message>
    <message>
        <source>Delete layout…</source>
        <translation>Borrar formato…</translation>
    </message>
    <message>
        <source>The vault is open read-only.</source>
        <translation>La bóveda está abierta solo para leer.</translation>
    </message>
    <message>
        <source>There is no layout of your own.</source>
        <translation>No hay ningún formato propio.</translation>
    </message>
    <message>
        <source>Files of this layout are then no longer recognised. What was imported stays.</source>
        <translation>Los archivos con este formato ya no se reconocerán. Lo importado se conserva.</translation>
    </message>
    <message>
        <source>Delete layout</source>
        <translation>Borrar formato</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Borrarlo</translation>
    </message>
</context>
<context>
    <name>LeadsTab</name>
    <message>
        <source>Leads of this case</source>
        <translation>Pistas de este expediente</translation>
    </message>
    <message>
        <source>W bars, table, sentence · Z takes a decision back</source>
        <translation>W barras, tabla, frase · Z retira una decisión</translation>
    </message>
    <message>
        <source>W view · Z takes back</source>
        <translation>W vista · Z retira</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Dudosa</translation>
    </message>
    <message>
        <source>Next lead</source>
        <translation>Pista siguiente</translation>
    </message>
    <message>
        <source>Accept as…</source>
        <translation>Aceptar como…</translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation>Retirar la decisión</translation>
    </message>
    <message>
        <source>Why no lead?</source>
        <translation>¿Por qué no hay pista?</translation>
    </message>
    <message>
        <source>Bars, table, sentence</source>
        <translation>Barras, tabla, frase</translation>
    </message>
    <message>
        <source>The vault is open read-only.</source>
        <translation>La bóveda está abierta solo para leer.</translation>
    </message>
    <message>
        <source>A lead of this case waits.</source>
        <translation>Una pista de este expediente espera.</translation>
    </message>
    <message>
        <source>No record imported so far may be about this case&apos;s people.</source>
        <translation>Ningún registro importado hasta ahora parece tratar de las personas de este expediente.</translation>
    </message>
    <message>
        <source>No lead of this case waits.</source>
        <translation>Ninguna pista de este expediente espera.</translation>
    </message>
    <message>
        <source>Our case</source>
        <translation>Nuestro expediente</translation>
    </message>
    <message>
        <source>Nothing was decided about this lead.</source>
        <translation>No se decidió nada sobre esta pista.</translation>
    </message>
    <message>
        <source>{decision} {when} by {who}. A, R or U decides again, Z takes it back.</source>
        <translation>{decision} {when} por {who}. A, R o U decide de nuevo, Z la retira.</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacido</translation>
    </message>
    <message>
        <source>Why found</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Conocido</translation>
    </message>
    <message>
        <source>As of, file</source>
        <translation>Fecha, archivo</translation>
    </message>
    <message>
        <source>{name}, born {born}, {where}; {why}; {file}, row {row}</source>
        <translation>{name}, nacido {born}, {where}; {why}; {file}, fila {row}</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>pista</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptada</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rechazada</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>en duda</translation>
    </message>
    <message>
        <source>{words} here</source>
        <translation>{words} aquí</translation>
    </message>
    <message>
        <source>Mailing address</source>
        <translation>Dirección postal</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Teléfonos</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>Correos</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Empleador</translation>
    </message>
    <message>
        <source>Former last name</source>
        <translation>Apellido anterior</translation>
    </message>
    <message>
        <source>SSN, last four</source>
        <translation>SSN, últimos cuatro</translation>
    </message>
    <message>
        <source>Role in the file</source>
        <translation>Papel en el archivo</translation>
    </message>
    <message>
        <source>Name as read</source>
        <translation>Nombre según el archivo</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>The file&apos;s own id</source>
        <translation>Número propio del archivo</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Con fecha de</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importado</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Imported for</source>
        <translation>Importado para</translation>
    </message>
    <message>
        <source>What the law says</source>
        <translation>Lo que dice la ley</translation>
    </message>
    <message>
        <source>{file}, row {row}</source>
        <translation>{file}, fila {row}</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>con fecha de {day}</translation>
    </message>
    <message>
        <source>imported {when} for {purpose}</source>
        <translation>importado {when} para {purpose}</translation>
    </message>
    <message>
        <source>Found because: {why}</source>
        <translation>Apareció porque: {why}</translation>
    </message>
    <message>
        <source>the best {n}, there are more</source>
        <translation>los mejores {n}, hay más</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 persona</translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>{n} personas</translation>
    </message>
    <message>
        <source>The library holds no record file yet. Import one to search it.</source>
        <translation>La biblioteca no tiene aún ningún archivo de registros. Importe uno para buscar en él.</translation>
    </message>
    <message>
        <source>1 record file</source>
        <translation>1 archivo de registros</translation>
    </message>
    <message>
        <source>{n} record files</source>
        <translation>{n} archivos de registros</translation>
    </message>
    <message>
        <source>Nobody in {files} answers this.</source>
        <translation>Nadie en {files} responde a esto.</translation>
    </message>
    <message>
        <source>{people} people in {files}.</source>
        <translation>{people} personas en {files}.</translation>
    </message>
    <message>
        <source>munoz j 1984 — a name in any order, an initial, a birth year</source>
        <translation>munoz j 1984 — un nombre en cualquier orden, una inicial, un año</translation>
    </message>
    <message>
        <source>mun* jose city:knoxville — the end of a name left open, a town</source>
        <translation>mun* jose city:knoxville — el final de un nombre abierto, una ciudad</translation>
    </message>
    <message>
        <source>“118 maple st” knoxville — who lives here</source>
        <translation>“118 maple st” knoxville — quién vive aquí</translation>
    </message>
    <message>
        <source>865-555-0142 — whose phone is this</source>
        <translation>865-555-0142 — de quién es este teléfono</translation>
    </message>
    <message>
        <source>employer:acme   dob:1984-03-02   state:TN   zip:379</source>
        <translation>employer:acme   dob:1984-03-02   state:TN   zip:379</translation>
    </message>
    <message>
        <source>munoz, jose 1984 | 865-555-0142 — either of them</source>
        <translation>munoz, jose 1984 | 865-555-0142 — uno u otro</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exacto</translation>
    </message>
</context>
<context>
    <name>LibraryScreen</name>
    <message>
        <source>People found</source>
        <translation>Personas halladas</translation>
    </message>
    <message>
        <source>Opened read-only: searches are not entered in the audit.</source>
        <translation>Abierta solo para leer: las búsquedas no constan en la auditoría.</translation>
    </message>
    <message>
        <source>Search line</source>
        <translation>Línea de búsqueda</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mostrar más</translation>
    </message>
    <message>
        <source>Search for anyone</source>
        <translation>Buscar a cualquiera</translation>
    </message>
    <message>
        <source>Search the record files</source>
        <translation>Buscar en los archivos de registros</translation>
    </message>
    <message>
        <source>Reading the case</source>
        <translation>Leyendo el expediente</translation>
    </message>
    <message>
        <source>Searching for the debtor of account {number}.</source>
        <translation>Se busca al deudor de la cuenta {number}.</translation>
    </message>
    <message>
        <source>Searching for the debtor of a case.</source>
        <translation>Se busca al deudor de un expediente.</translation>
    </message>
    <message>
        <source>Back to the case</source>
        <translation>Volver al expediente</translation>
    </message>
    <message>
        <source>This search is not for a case.</source>
        <translation>Esta búsqueda no es para un expediente.</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Buscando</translation>
    </message>
    <message>
        <source>Everything found is shown.</source>
        <translation>Se muestra todo lo hallado.</translation>
    </message>
</context>
<context>
    <name>LiftForm</name>
    <message>
        <source>Lift</source>
        <translation>Levantar</translation>
    </message>
    <message>
        <source>Lift restriction</source>
        <translation>Levantar restricción</translation>
    </message>
    <message>
        <source>Why it no longer holds</source>
        <translation>Por qué ya no rige</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Lift: {what}</source>
        <translation>Levantar: {what}</translation>
    </message>
    <message>
        <source>No restriction is chosen.</source>
        <translation>No hay ninguna restricción elegida.</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>Elija una de la lista.</translation>
    </message>
</context>
<context>
    <name>LocateForm</name>
    <message>
        <source>Locate attempt</source>
        <translation>Intento de localización</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Looked in</source>
        <translation>Se buscó en</translation>
    </message>
    <message>
        <source>Choose the outcome</source>
        <translation>Elegir el resultado</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Qué se encontró</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Hallazgo</translation>
    </message>
    <message>
        <source>0.00</source>
        <translation>0.00</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Costo</translation>
    </message>
    <message>
        <source>What came of it?</source>
        <translation>¿Qué resultó?</translation>
    </message>
    <message>
        <source>Choose an outcome.</source>
        <translation>Elija un resultado.</translation>
    </message>
</context>
<context>
    <name>LockingCard</name>
    <message>
        <source>Locking</source>
        <translation>Bloqueo</translation>
    </message>
    <message>
        <source>Minutes without input until the vault locks</source>
        <translation>Minutos sin actividad hasta que se bloquea la bóveda</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Seconds until the clipboard is cleared</source>
        <translation>Segundos hasta que se vacía el portapapeles</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Lock when the computer sleeps, its screen locks or its user changes</source>
        <translation>Bloquear al suspender, bloquear pantalla o cambiar de usuario</translation>
    </message>
    <message>
        <source>Lock after (minutes without input)</source>
        <translation>Bloquear tras (minutos sin actividad)</translation>
    </message>
    <message>
        <source>Clear what was copied after</source>
        <translation>Vaciar lo copiado tras</translation>
    </message>
    <message>
        <source>What you were typing is kept, and you come back to the same place.</source>
        <translation>Lo que estaba escribiendo se conserva y se vuelve al mismo lugar.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>“{job}” is running. Quitting cancels it.</source>
        <translation>«{job}» está en marcha. Al salir se cancela.</translation>
    </message>
    <message>
        <source>Cancel it and quit</source>
        <translation>Cancelarlo y salir</translation>
    </message>
    <message>
        <source>What was started before the lock is still running. Quitting cancels it.</source>
        <translation>Lo que se inició antes del bloqueo sigue en marcha. Al salir se cancela.</translation>
    </message>
    <message>
        <source>Locate Workbench</source>
        <translation>Locate Workbench</translation>
    </message>
    <message>
        <source>{name} – locked</source>
        <translation>{name} – bloqueado</translation>
    </message>
</context>
<context>
    <name>MarkForm</name>
    <message>
        <source>Mark contact point</source>
        <translation>Marcar dato de contacto</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>how that is known; needed for a bad status</source>
        <translation>cómo se sabe; hace falta si el estado es malo</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ir</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Cuenta</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Revisión</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
</context>
<context>
    <name>MindCard</name>
    <message>
        <source>Mind this</source>
        <translation>Tenga en cuenta</translation>
    </message>
    <message>
        <source>{flag} since {day}</source>
        <translation>{flag} desde {day}</translation>
    </message>
    <message>
        <source>No next action</source>
        <translation>Sin próxima acción</translation>
    </message>
    <message>
        <source>Next action overdue since {day}</source>
        <translation>Próxima acción con retraso desde {day}</translation>
    </message>
    <message>
        <source>{n} leads to decide (Alt+L)</source>
        <translation>{n} pistas por decidir (Alt+L)</translation>
    </message>
    <message>
        <source>1 lead to decide (Alt+L)</source>
        <translation>1 pista por decidir (Alt+L)</translation>
    </message>
    <message>
        <source>A newer edition says otherwise (Alt+L)</source>
        <translation>Una edición nueva dice otra cosa (Alt+L)</translation>
    </message>
    <message>
        <source>Newer editions say otherwise {n} times (Alt+L)</source>
        <translation>Ediciones nuevas dicen otra cosa {n} veces (Alt+L)</translation>
    </message>
    <message>
        <source>Statute ran out {day}</source>
        <translation>Prescribió {day}</translation>
    </message>
    <message>
        <source>Statute runs out {day}</source>
        <translation>Prescribe {day}</translation>
    </message>
    <message>
        <source>Nothing in the way</source>
        <translation>Nada lo impide</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>Placed</source>
        <translation>Asignación</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Pago</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>Ajuste</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>Interés</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Cargo</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Costo</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>Reversión</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>Capital</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Cargos</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>Costos</translation>
    </message>
    <message>
        <source>Not split</source>
        <translation>Sin desglosar</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Efectivo</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Cheque</translation>
    </message>
    <message>
        <source>Money order</source>
        <translation>Giro postal</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Tarjeta</translation>
    </message>
    <message>
        <source>ACH transfer</source>
        <translation>Transferencia ACH</translation>
    </message>
    <message>
        <source>Wire transfer</source>
        <translation>Giro bancario</translation>
    </message>
    <message>
        <source>Paid to the client</source>
        <translation>Pagado al cliente</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
</context>
<context>
    <name>MoneyTab</name>
    <message>
        <source>Ledger</source>
        <translation>Movimientos</translation>
    </message>
    <message>
        <source>Forms of the ledger</source>
        <translation>Formularios de los movimientos</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Monto</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Saldo</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Pago</translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Fee or cost</source>
        <translation>Cargo o costo</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Revertir</translation>
    </message>
    <message>
        <source>Opened read-only</source>
        <translation>Abierta solo para leer</translation>
    </message>
    <message>
        <source>Nothing is owed</source>
        <translation>No se debe nada</translation>
    </message>
    <message>
        <source>Choose an entry first</source>
        <translation>Elija antes un movimiento</translation>
    </message>
    <message>
        <source>Only payments, adjustments and charges are reversed</source>
        <translation>Solo se revierten pagos, ajustes y cargos</translation>
    </message>
    <message>
        <source>It is reversed already</source>
        <translation>Ya está revertido</translation>
    </message>
</context>
<context>
    <name>NearModel</name>
    <message>
        <source>Score</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>What speaks against</source>
        <translation>Qué habla en contra</translation>
    </message>
    <message>
        <source>File and row</source>
        <translation>Archivo y fila</translation>
    </message>
</context>
<context>
    <name>NearPage</name>
    <message>
        <source>Back to the leads</source>
        <translation>Volver a las pistas</translation>
    </message>
    <message>
        <source>The nearest people</source>
        <translation>Las personas más cercanas</translation>
    </message>
    <message>
        <source>Looking into the record files</source>
        <translation>Mirando los archivos de registros</translation>
    </message>
    <message>
        <source>Looking for the nearest people</source>
        <translation>Buscando a las personas más cercanas</translation>
    </message>
    <message>
        <source>For: {list}.</source>
        <translation>A favor: {list}.</translation>
    </message>
    <message>
        <source>Public record, row {row} of {file}</source>
        <translation>Registro público, fila {row} de {file}</translation>
    </message>
    <message>
        <source>Our case</source>
        <translation>Nuestro expediente</translation>
    </message>
</context>
<context>
    <name>Negotiation</name>
    <message>
        <source>Due</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Monto</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Postura</translation>
    </message>
    <message>
        <source>Counter-offer</source>
        <translation>Contraoferta</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Próximo paso</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Vencida</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierta</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptada</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Rechazada</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Oferta</translation>
    </message>
    <message>
        <source>In grace</source>
        <translation>En gracia</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Cumplida</translation>
    </message>
    <message>
        <source>Partly kept</source>
        <translation>Cumplida en parte</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Incumplida</translation>
    </message>
    <message>
        <source>1 day of grace left</source>
        <translation>queda 1 día de gracia</translation>
    </message>
    <message>
        <source>{n} days of grace left</source>
        <translation>quedan {n} días de gracia</translation>
    </message>
    <message>
        <source>in {n} days</source>
        <translation>en {n} días</translation>
    </message>
    <message>
        <source>{paid} + {late} late</source>
        <translation>{paid} + {late} tarde</translation>
    </message>
    <message>
        <source>By us</source>
        <translation>De nosotros</translation>
    </message>
    <message>
        <source>By {name} ({role})</source>
        <translation>De {name} ({role})</translation>
    </message>
    <message>
        <source>By the debtor&apos;s side</source>
        <translation>De la parte deudora</translation>
    </message>
</context>
<context>
    <name>NegotiationNoteForm</name>
    <message>
        <source>Negotiation note</source>
        <translation>Nota de negociación</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Where they stand, in their words</source>
        <translation>Su postura, en sus palabras</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Postura</translation>
    </message>
    <message>
        <source>What they offer instead</source>
        <translation>Qué ofrece en su lugar</translation>
    </message>
    <message>
        <source>Counter-offer</source>
        <translation>Contraoferta</translation>
    </message>
    <message>
        <source>What was agreed to happen</source>
        <translation>Qué se acordó hacer</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Próximo paso</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamar</translation>
    </message>
    <message>
        <source>The note is empty.</source>
        <translation>La nota está vacía.</translation>
    </message>
    <message>
        <source>Say where they stand.</source>
        <translation>Diga cuál es su postura.</translation>
    </message>
</context>
<context>
    <name>NegotiationTab</name>
    <message>
        <source>Promises</source>
        <translation>Promesas</translation>
    </message>
    <message>
        <source>Negotiation notes</source>
        <translation>Notas de negociación</translation>
    </message>
    <message>
        <source>No offer yet.</source>
        <translation>Aún no hay ofertas.</translation>
    </message>
    <message>
        <source>No promise yet.</source>
        <translation>Aún no hay promesas.</translation>
    </message>
    <message>
        <source>No negotiation note yet.</source>
        <translation>Aún no hay notas de negociación.</translation>
    </message>
    <message>
        <source>Negotiation</source>
        <translation>Negociación</translation>
    </message>
    <message>
        <source>Forms of the negotiation</source>
        <translation>Formularios de la negociación</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Ofertas</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Promesa</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Oferta</translation>
    </message>
    <message>
        <source>Counter-offer</source>
        <translation>Contraoferta</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Accept offer</source>
        <translation>Aceptar oferta</translation>
    </message>
    <message>
        <source>Decline offer</source>
        <translation>Rechazar oferta</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Nothing may be offered or promised now: {why}.</source>
        <translation>Ahora no se puede ofrecer ni prometer nada: {why}.</translation>
    </message>
    <message>
        <source>Opened read-only</source>
        <translation>Abierta solo para leer</translation>
    </message>
    <message>
        <source>Nothing is owed</source>
        <translation>No se debe nada</translation>
    </message>
    <message>
        <source>Go to an open offer first</source>
        <translation>Vaya antes a una oferta abierta</translation>
    </message>
    <message>
        <source>Go to an open offer or promise first</source>
        <translation>Vaya antes a una oferta o promesa abierta</translation>
    </message>
</context>
<context>
    <name>NextActionForm</name>
    <message>
        <source>Next action</source>
        <translation>Próxima acción</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>What is to happen next</source>
        <translation>Qué hay que hacer ahora</translation>
    </message>
    <message>
        <source>On</source>
        <translation>El</translation>
    </message>
    <message>
        <source>What is to happen next?</source>
        <translation>¿Qué hay que hacer ahora?</translation>
    </message>
    <message>
        <source>Say it in a few words.</source>
        <translation>Dígalo en pocas palabras.</translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>Negotiation note</source>
        <translation>Nota de negociación</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>Guardar nota</translation>
    </message>
    <message>
        <source>What they can and want to do</source>
        <translation>Qué puede y quiere hacer</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Postura</translation>
    </message>
    <message>
        <source>What they offer instead</source>
        <translation>Qué ofrece en su lugar</translation>
    </message>
    <message>
        <source>Counter-offer</source>
        <translation>Contraoferta</translation>
    </message>
    <message>
        <source>What happens next, and when</source>
        <translation>Qué sigue y cuándo</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Próximo paso</translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>{share} of the balance</source>
        <translation>{share} del saldo</translation>
    </message>
    <message>
        <source>Made {made} · no end day</source>
        <translation>Hecha {made} · sin fecha límite</translation>
    </message>
    <message>
        <source>Made {made} · ends {ends}</source>
        <translation>Hecha {made} · vence {ends}</translation>
    </message>
</context>
<context>
    <name>OfferCards</name>
    <message>
        <source>Offers</source>
        <translation>Ofertas</translation>
    </message>
</context>
<context>
    <name>OfferForm</name>
    <message>
        <source>Offer</source>
        <translation>Oferta</translation>
    </message>
    <message>
        <source>Save offer</source>
        <translation>Guardar oferta</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Hecha por</translation>
    </message>
    <message>
        <source>Ends on</source>
        <translation>Vence el</translation>
    </message>
    <message>
        <source>Conditions, how it was said</source>
        <translation>Condiciones, cómo se dijo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Counter-offer</source>
        <translation>Contraoferta</translation>
    </message>
    <message>
        <source>Us</source>
        <translation>Nosotros</translation>
    </message>
</context>
<context>
    <name>Others</name>
    <message>
        <source>Also found:</source>
        <translation>También se encontró:</translation>
    </message>
</context>
<context>
    <name>OverviewTab</name>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show or hide what is typed</source>
        <translation>Mostrar u ocultar lo que se escribe</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Parece que Bloq Mayús está activado.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
</context>
<context>
    <name>PaymentForm</name>
    <message>
        <source>Record a payment</source>
        <translation>Registrar un pago</translation>
    </message>
    <message>
        <source>Save payment</source>
        <translation>Guardar pago</translation>
    </message>
    <message>
        <source>1,234.50</source>
        <translation>1,234.50</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Monto</translation>
    </message>
    <message>
        <source>Whole balance</source>
        <translation>Todo el saldo</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>Recibido el</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>Cómo llegó</translation>
    </message>
    <message>
        <source>Check number, receipt …</source>
        <translation>Número de cheque, recibo …</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>Costs, fees, interest, principal</source>
        <translation>Costos, cargos, interés, capital</translation>
    </message>
    <message>
        <source>Pays</source>
        <translation>Se aplica a</translation>
    </message>
    <message>
        <source>Whole balance: {amount}</source>
        <translation>Todo el saldo: {amount}</translation>
    </message>
</context>
<context>
    <name>PeekColumn</name>
    <message>
        <source>The account beside the list</source>
        <translation>La cuenta al lado de la lista</translation>
    </message>
    <message>
        <source>Best contact points</source>
        <translation>Mejores datos de contacto</translation>
    </message>
    <message>
        <source>Last on the timeline</source>
        <translation>Lo último de la cronología</translation>
    </message>
    <message>
        <source>placed {day}</source>
        <translation>asignada {day}</translation>
    </message>
    <message>
        <source>Next: {action}, {due}</source>
        <translation>Próximo: {action}, {due}</translation>
    </message>
    <message>
        <source>There is no next action.</source>
        <translation>No hay próxima acción.</translation>
    </message>
    <message>
        <source>A newer edition says otherwise</source>
        <translation>Una edición nueva dice otra cosa</translation>
    </message>
    <message>
        <source>None that could be used.</source>
        <translation>Ninguno que se pueda usar.</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Nada aún.</translation>
    </message>
</context>
<context>
    <name>PeopleTab</name>
    <message>
        <source>People and contact points</source>
        <translation>Personas y datos de contacto</translation>
    </message>
    <message>
        <source>What it stands on</source>
        <translation>En qué se basa</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marcar</translation>
    </message>
    <message>
        <source>Label, consent</source>
        <translation>Rótulo, permiso</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Contact here</source>
        <translation>Contactar aquí</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Añadir persona</translation>
    </message>
    <message>
        <source>Change person</source>
        <translation>Cambiar persona</translation>
    </message>
    <message>
        <source>SSN digits</source>
        <translation>Dígitos del SSN</translation>
    </message>
    <message>
        <source>Who, what</source>
        <translation>Quién, qué</translation>
    </message>
    <message>
        <source>Name or value</source>
        <translation>Nombre o valor</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Certeza</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Rótulo</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Visto desde</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Visto hasta</translation>
    </message>
    <message>
        <source>Nobody is on file.</source>
        <translation>No consta nadie.</translation>
    </message>
    <message>
        <source>Opened read-only</source>
        <translation>Abierta solo para leer</translation>
    </message>
    <message>
        <source>Choose a contact point first</source>
        <translation>Elija antes un dato de contacto</translation>
    </message>
    <message>
        <source>It is retired already</source>
        <translation>Ya está retirado</translation>
    </message>
    <message>
        <source>No SSN digits are on file</source>
        <translation>No constan dígitos del SSN</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Ada Lindqvist</source>
        <translation>Ada Lindqvist</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Es</translation>
    </message>
    <message>
        <source>Who said so, and how</source>
        <translation>Quién lo dijo y cómo</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>one to a line</source>
        <translation>uno por línea</translation>
    </message>
    <message>
        <source>Also known as</source>
        <translation>También conocido como</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacido</translation>
    </message>
    <message>
        <source>four digits</source>
        <translation>cuatro dígitos</translation>
    </message>
    <message>
        <source>SSN, last four digits</source>
        <translation>SSN, últimos cuatro dígitos</translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>Fallecido</translation>
    </message>
    <message>
        <source>Life</source>
        <translation>Vida</translation>
    </message>
    <message>
        <source>Change person</source>
        <translation>Cambiar persona</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Añadir persona</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Worklist</source>
        <translation>Lista de trabajo</translation>
    </message>
    <message>
        <source>Case file</source>
        <translation>Expediente</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Match review</source>
        <translation>Revisar pistas</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Auditoría</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
</context>
<context>
    <name>PointForm</name>
    <message>
        <source>Add contact point</source>
        <translation>Añadir dato de contacto</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Who said so, and how</source>
        <translation>Quién lo dijo y cómo</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>De</translation>
    </message>
    <message>
        <source>home, work, cell …</source>
        <translation>casa, trabajo, celular …</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Rótulo</translation>
    </message>
    <message>
        <source>what they agreed to, and when</source>
        <translation>qué aceptó y cuándo</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consentimiento</translation>
    </message>
    <message>
        <source>12 Maple St, Apt 4, Springfield IL 62704</source>
        <translation>12 Maple St, Apt 4, Springfield IL 62704</translation>
    </message>
    <message>
        <source>the firm&apos;s name</source>
        <translation>el nombre de la empresa</translation>
    </message>
    <message>
        <source>profile or site</source>
        <translation>perfil o sitio</translation>
    </message>
</context>
<context>
    <name>PositionCard</name>
    <message>
        <source>Where they stand</source>
        <translation>Estado de la negociación</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Saldo</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Postura</translation>
    </message>
    <message>
        <source>Last counter-offer</source>
        <translation>Última contraoferta</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Próximo paso</translation>
    </message>
    <message>
        <source>{amount}, {share} of the balance</source>
        <translation>{amount}, {share} del saldo</translation>
    </message>
    <message>
        <source>nothing noted</source>
        <translation>nada anotado</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>Rows of the file</source>
        <translation>Filas del archivo</translation>
    </message>
</context>
<context>
    <name>ProblemRows</name>
    <message>
        <source>Row {n}: {reason}</source>
        <translation>Fila {n}: {reason}</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Why it cannot be taken</source>
        <translation>Por qué no se puede tomar</translation>
    </message>
</context>
<context>
    <name>PromiseForm</name>
    <message>
        <source>Promise to pay</source>
        <translation>Promesa de pago</translation>
    </message>
    <message>
        <source>Save promise</source>
        <translation>Guardar promesa</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Vence el</translation>
    </message>
    <message>
        <source>Days of grace</source>
        <translation>Días de gracia</translation>
    </message>
    <message>
        <source>Promised by</source>
        <translation>Prometida por</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Qué se dijo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
</context>
<context>
    <name>PromisesCard</name>
    <message>
        <source>Open promises</source>
        <translation>Promesas abiertas</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>Still due</source>
        <translation>Falta</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>No open promise.</source>
        <translation>Ninguna promesa abierta.</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayús</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>aún sin leer</translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message>
        <source>Which leads</source>
        <translation>Qué pistas</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden de la lista</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Places</source>
        <translation>Pantallas</translation>
    </message>
    <message>
        <source>Locate Workbench</source>
        <translation>Locate Workbench</translation>
    </message>
    <message>
        <source>Offline · no network used</source>
        <translation>Sin conexión · no usa la red</translation>
    </message>
</context>
<context>
    <name>ReadingCard</name>
    <message>
        <source>← → move a boundary · Ctrl+← → another one · Ins adds · Del removes · or by mouse</source>
        <translation>← → mueven un límite · Ctrl+← → otro límite · Ins añade · Supr quita · o con el ratón</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Codificación</translation>
    </message>
    <message>
        <source>Encoding: as found</source>
        <translation>Codificación: detectada</translation>
    </message>
    <message>
        <source>Encoding: {name}</source>
        <translation>Codificación: {name}</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>Separador</translation>
    </message>
    <message>
        <source>Delimiter: as found</source>
        <translation>Separador: detectado</translation>
    </message>
    <message>
        <source>Delimiter: comma</source>
        <translation>Separador: coma</translation>
    </message>
    <message>
        <source>Delimiter: semicolon</source>
        <translation>Separador: punto y coma</translation>
    </message>
    <message>
        <source>Delimiter: tab</source>
        <translation>Separador: tabulador</translation>
    </message>
    <message>
        <source>Delimiter: pipe</source>
        <translation>Separador: barra vertical</translation>
    </message>
    <message>
        <source>Fixed width</source>
        <translation>Ancho fijo</translation>
    </message>
    <message>
        <source>Header line</source>
        <translation>Encabezado</translation>
    </message>
    <message>
        <source>Header: as found</source>
        <translation>Encabezado: detectado</translation>
    </message>
    <message>
        <source>Header: none</source>
        <translation>Encabezado: ninguno</translation>
    </message>
    <message>
        <source>Header: line {n}</source>
        <translation>Encabezado: línea {n}</translation>
    </message>
    <message>
        <source>Order of dates</source>
        <translation>Orden de las fechas</translation>
    </message>
    <message>
        <source>Dates: from the values</source>
        <translation>Fechas: según los datos</translation>
    </message>
    <message>
        <source>Dates: month day year</source>
        <translation>Fechas: mes día año</translation>
    </message>
    <message>
        <source>Dates: day month year</source>
        <translation>Fechas: día mes año</translation>
    </message>
    <message>
        <source>Dates: year month day</source>
        <translation>Fechas: año mes día</translation>
    </message>
    <message>
        <source>Name of the layout</source>
        <translation>Nombre del formato</translation>
    </message>
    <message>
        <source>Name, to save it as your own</source>
        <translation>Nombre, para guardarlo</translation>
    </message>
</context>
<context>
    <name>RecordDesk</name>
    <message>
        <source>Open case</source>
        <translation>Abrir el expediente</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Propose as a lead</source>
        <translation>Proponer como pista</translation>
    </message>
    <message>
        <source>No record is shown.</source>
        <translation>No se muestra ningún registro.</translation>
    </message>
    <message>
        <source>No account has a lead about this person.</source>
        <translation>Ninguna cuenta tiene una pista sobre esta persona.</translation>
    </message>
    <message>
        <source>Search from a case (Q there): a lead is one of an account.</source>
        <translation>Busque desde un expediente (Q allí): una pista es de una cuenta.</translation>
    </message>
    <message>
        <source>The account has a lead about this person already.</source>
        <translation>La cuenta ya tiene una pista sobre esta persona.</translation>
    </message>
    <message>
        <source>The vault is open read-only.</source>
        <translation>La bóveda está abierta solo para leer.</translation>
    </message>
    <message>
        <source>Proposing a lead</source>
        <translation>Proponiendo una pista</translation>
    </message>
    <message>
        <source>The record is in the clipboard, with its source.</source>
        <translation>El registro está en el portapapeles, con su fuente.</translation>
    </message>
</context>
<context>
    <name>RecordPanel</name>
    <message>
        <source>The record beside the list</source>
        <translation>El registro junto a la lista</translation>
    </message>
    <message>
        <source>Why it was found</source>
        <translation>Por qué apareció</translation>
    </message>
    <message>
        <source>Where it says so</source>
        <translation>Dónde lo dice</translation>
    </message>
    <message>
        <source>Known to these accounts</source>
        <translation>Conocido por estas cuentas</translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>Fallecido</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Exacto</translation>
    </message>
    <message>
        <source>Similar</source>
        <translation>Parecido</translation>
    </message>
    <message>
        <source>The same is said in</source>
        <translation>Lo mismo se dice en</translation>
    </message>
    <message>
        <source>and {n} more rows</source>
        <translation>y {n} filas más</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Your recovery sheet</source>
        <translation>Su hoja de recuperación</translation>
    </message>
    <message>
        <source>It opens the vault if the passphrase is lost. It is shown once and kept nowhere. Print it, and keep it away from this computer.</source>
        <translation>Abre la bóveda si se pierde la frase. Se muestra una vez y no se guarda en ninguna parte. Imprímala y téngala lejos de esta computadora.</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>I have it on paper, or written down</source>
        <translation>La tengo en papel o escrita</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clave de recuperación</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>Hoja de recuperación</translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation>Guardar la hoja de recuperación</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Archivos PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Type it in place of the passphrase; spaces, dashes and case do not matter.</source>
        <translation>Escríbala en lugar de la frase; no importan espacios, guiones ni mayúsculas.</translation>
    </message>
    <message>
        <source>Whoever holds this sheet and the vault&apos;s folder can read everything in it.</source>
        <translation>Quien tenga esta hoja y la carpeta de la bóveda puede leer todo lo que contiene.</translation>
    </message>
    <message>
        <source>Locate Workbench: recovery sheet</source>
        <translation>Locate Workbench: hoja de recuperación</translation>
    </message>
    <message>
        <source>Vault: {name}</source>
        <translation>Bóveda: {name}</translation>
    </message>
    <message>
        <source>Made on {day}</source>
        <translation>Creada el {day}</translation>
    </message>
</context>
<context>
    <name>RemoveForm</name>
    <message>
        <source>Remove the document</source>
        <translation>Quitar el documento</translation>
    </message>
    <message>
        <source>Mark as removed</source>
        <translation>Marcar como quitado</translation>
    </message>
    <message>
        <source>It is no longer shown. Its bytes stay in the case file, and this can be undone.</source>
        <translation>Ya no se muestra. Sus bytes quedan en el expediente y esto se puede deshacer.</translation>
    </message>
    <message>
        <source>Why, in a few words</source>
        <translation>Por qué, en pocas palabras</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>No document is chosen.</source>
        <translation>No hay ningún documento elegido.</translation>
    </message>
    <message>
        <source>Choose a row of the list.</source>
        <translation>Elija una fila de la lista.</translation>
    </message>
</context>
<context>
    <name>Renewing</name>
    <message>
        <source>Bring record files up to date</source>
        <translation>Actualizar los archivos de registros</translation>
    </message>
    <message>
        <source>The vault is open read-only.</source>
        <translation>La bóveda está abierta en modo de solo lectura.</translation>
    </message>
    <message>
        <source>Every record file is up to date.</source>
        <translation>Todos los archivos de registros están al día.</translation>
    </message>
    <message>
        <source>Record files of an earlier version: {count}. They are found by exact values only.</source>
        <translation>Archivos de registros de una versión anterior: {count}. Solo se encuentran por valores exactos.</translation>
    </message>
    <message>
        <source>Bring up to date</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Bringing record files up to date</source>
        <translation>Actualizando los archivos de registros</translation>
    </message>
</context>
<context>
    <name>Residence</name>
    <message>
        <source>Residence timeline</source>
        <translation>Cronología de domicilios</translation>
    </message>
    <message>
        <source>{address}: {first} to {last}, said by {sources}; {status}</source>
        <translation>{address}: {first} a {last}, según {sources}; {status}</translation>
    </message>
    <message>
        <source>Overlap {first} to {last}: {one} and {other}</source>
        <translation>Se solapan {first} a {last}: {one} y {other}</translation>
    </message>
    <message>
        <source>Both said for {first}: {one} and {other}</source>
        <translation>Ambas constan para {first}: {one} y {other}</translation>
    </message>
    <message>
        <source>Nothing known {first} to {last}</source>
        <translation>Nada se sabe de {first} a {last}</translation>
    </message>
    <message>
        <source>1 address without a source that counts is not drawn.</source>
        <translation>No se dibuja 1 dirección sin una fuente que cuente.</translation>
    </message>
    <message>
        <source>{n} addresses without a source that counts are not drawn.</source>
        <translation>No se dibujan {n} direcciones sin una fuente que cuente.</translation>
    </message>
</context>
<context>
    <name>ResidenceCard</name>
    <message>
        <source>Residence timeline</source>
        <translation>Cronología de domicilios</translation>
    </message>
    <message>
        <source>● dated by the source   ■ recorded that day   hatched: nothing known   dashed: today</source>
        <translation>● fecha de la fuente   ■ registrado ese día   rayado: nada se sabe   guiones: hoy</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>Lo dice</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Residence timeline as a table</source>
        <translation>Cronología de domicilios en tabla</translation>
    </message>
    <message>
        <source>No address with a source is on file.</source>
        <translation>No consta ninguna dirección con fuente.</translation>
    </message>
    <message>
        <source>{n} more overlaps</source>
        <translation>{n} solapes más</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurar una copia</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia de seguridad</translation>
    </message>
    <message>
        <source>The folder of a backup, or of several</source>
        <translation>La carpeta de una copia o de varias</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Carpeta nueva</translation>
    </message>
    <message>
        <source>An empty or new folder</source>
        <translation>Una carpeta vacía o nueva</translation>
    </message>
    <message>
        <source>Passphrase or recovery key</source>
        <translation>Frase o clave de recuperación</translation>
    </message>
    <message>
        <source>New folder for the vault</source>
        <translation>Carpeta nueva para la bóveda</translation>
    </message>
    <message>
        <source>Passphrase or recovery key, as of then</source>
        <translation>Frase o clave de recuperación de entonces</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Name the backup, a new folder, and the passphrase.</source>
        <translation>Indique la copia, una carpeta nueva y la frase.</translation>
    </message>
    <message>
        <source>Reading every file of the backup</source>
        <translation>Leyendo todos los archivos de la copia</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose: {what}</source>
        <translation>Elegir: {what}</translation>
    </message>
</context>
<context>
    <name>RestrictionCard</name>
    <message>
        <source>{since} to {until}</source>
        <translation>{since} a {until}</translation>
    </message>
    <message>
        <source>Lift …</source>
        <translation>Levantar …</translation>
    </message>
    <message>
        <source>Lift: {what}</source>
        <translation>Levantar: {what}</translation>
    </message>
</context>
<context>
    <name>RestrictionForm</name>
    <message>
        <source>Record a restriction</source>
        <translation>Registrar una restricción</translation>
    </message>
    <message>
        <source>Save restriction</source>
        <translation>Guardar restricción</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>Recibida el</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>In their own words</source>
        <translation>En sus propias palabras</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>It came in writing</source>
        <translation>Llegó por escrito</translation>
    </message>
    <message>
        <source>Mon, Tue …</source>
        <translation>Mon, Tue …</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>Text messages</source>
        <translation>Mensajes de texto</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Cartas</translation>
    </message>
    <message>
        <source>Attorney&apos;s name</source>
        <translation>Nombre del abogado</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Capítulo</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>Número de causa</translation>
    </message>
    <message>
        <source>Court</source>
        <translation>Tribunal</translation>
    </message>
    <message>
        <source>Died on</source>
        <translation>Falleció el</translation>
    </message>
    <message>
        <source>Contact of the estate</source>
        <translation>Contacto de la sucesión</translation>
    </message>
    <message>
        <source>What is disputed</source>
        <translation>Qué se disputa</translation>
    </message>
    <message>
        <source>Not from</source>
        <translation>No desde las</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Días</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Rama militar</translation>
    </message>
    <message>
        <source>On duty from</source>
        <translation>En servicio desde</translation>
    </message>
    <message>
        <source>On duty until</source>
        <translation>En servicio hasta</translation>
    </message>
    <message>
        <source>Report number</source>
        <translation>Número de denuncia</translation>
    </message>
</context>
<context>
    <name>RestrictionsPanel</name>
    <message>
        <source>Flags and restrictions</source>
        <translation>Alertas y restricciones</translation>
    </message>
    <message>
        <source>Record a restriction</source>
        <translation>Registrar una restricción</translation>
    </message>
    <message>
        <source>Close the flags</source>
        <translation>Cerrar las alertas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Restrictions</source>
        <translation>Restricciones</translation>
    </message>
    <message>
        <source>Forms of the restrictions</source>
        <translation>Formularios de las restricciones</translation>
    </message>
    <message>
        <source>Opened read-only</source>
        <translation>Abierta solo para leer</translation>
    </message>
    <message>
        <source>Nothing limits contact now.</source>
        <translation>Nada limita ahora el contacto.</translation>
    </message>
    <message>
        <source>Lifted</source>
        <translation>Levantadas</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Progress of the import</source>
        <translation>Avance de la importación</translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>Importando {file}</translation>
    </message>
    <message>
        <source>You can work elsewhere meanwhile; the status bar shows how far it is.</source>
        <translation>Entretanto puede trabajar en otra pantalla; la barra de estado muestra el avance.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
    <message>
        <source>1 candidate</source>
        <translation>1 candidato</translation>
    </message>
    <message>
        <source>{n} candidates</source>
        <translation>{n} candidatos</translation>
    </message>
    <message>
        <source>{leads} ready: start the review</source>
        <translation>{leads} por revisar: empiece la revisión</translation>
    </message>
    <message>
        <source>Imported. No new candidates.</source>
        <translation>Importado. Ningún candidato nuevo.</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>No se importó nada</translation>
    </message>
    <message>
        <source>{n} rows read</source>
        <translation>{n} filas leídas</translation>
    </message>
    <message>
        <source>1 row read</source>
        <translation>1 fila leída</translation>
    </message>
    <message>
        <source>{n} accounts added</source>
        <translation>{n} cuentas añadidas</translation>
    </message>
    <message>
        <source>1 account added</source>
        <translation>1 cuenta añadida</translation>
    </message>
    <message>
        <source>{n} updated</source>
        <translation>{n} actualizadas</translation>
    </message>
    <message>
        <source>{n} taken</source>
        <translation>{n} tomadas</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 persona</translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>{n} personas</translation>
    </message>
    <message>
        <source>{n} repeats</source>
        <translation>{n} repetidas</translation>
    </message>
    <message>
        <source>1 repeat</source>
        <translation>1 repetida</translation>
    </message>
    <message>
        <source>{n} not taken</source>
        <translation>{n} no tomadas</translation>
    </message>
</context>
<context>
    <name>RetireForm</name>
    <message>
        <source>Retire contact point</source>
        <translation>Retirar dato de contacto</translation>
    </message>
    <message>
        <source>Why it is out of use</source>
        <translation>Por qué ya no se usa</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
</context>
<context>
    <name>ReversalForm</name>
    <message>
        <source>Reverse an entry</source>
        <translation>Revertir un movimiento</translation>
    </message>
    <message>
        <source>Save reversal</source>
        <translation>Guardar reversión</translation>
    </message>
    <message>
        <source>Payment came back unpaid</source>
        <translation>El pago fue devuelto</translation>
    </message>
    <message>
        <source>Why, in a few words</source>
        <translation>Por qué, en pocas palabras</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>{kind} of {day}: {amount} {part}. All parts of one payment go back together.</source>
        <translation>{kind} de {day}: {amount} {part}. Todas las partes de un pago se revierten juntas.</translation>
    </message>
    <message>
        <source>No entry is chosen.</source>
        <translation>No hay ningún movimiento elegido.</translation>
    </message>
    <message>
        <source>Choose a row of the ledger.</source>
        <translation>Elija una fila de los movimientos.</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Everything ({n})</source>
        <translation>Todo ({n})</translation>
    </message>
    <message>
        <source>Second look ({n})</source>
        <translation>Segunda mirada ({n})</translation>
    </message>
    <message>
        <source>an import</source>
        <translation>una importación</translation>
    </message>
    <message>
        <source>One account</source>
        <translation>Una cuenta</translation>
    </message>
    <message>
        <source>Accept and next</source>
        <translation>Aceptar y seguir</translation>
    </message>
    <message>
        <source>Reject and next</source>
        <translation>Rechazar y seguir</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Dudosa</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Saltar</translation>
    </message>
    <message>
        <source>Accept as…</source>
        <translation>Aceptar como…</translation>
    </message>
    <message>
        <source>Undo and return</source>
        <translation>Deshacer y volver</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>Mirar atrás</translation>
    </message>
    <message>
        <source>Expand reasons</source>
        <translation>Ampliar los motivos</translation>
    </message>
    <message>
        <source>Bars, table, sentence</source>
        <translation>Barras, tabla, frase</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>Solo diferencias</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>Abrir el expediente</translation>
    </message>
    <message>
        <source>History of decisions</source>
        <translation>Historial de decisiones</translation>
    </message>
    <message>
        <source>Blind mode</source>
        <translation>Modo ciego</translation>
    </message>
    <message>
        <source>Accept all like this…</source>
        <translation>Aceptar todas las de este tipo…</translation>
    </message>
    <message>
        <source>Show or hide the queue</source>
        <translation>Mostrar u ocultar la cola</translation>
    </message>
    <message>
        <source>Choose what the case gains</source>
        <translation>Elegir lo que gana el expediente</translation>
    </message>
    <message>
        <source>Close, or clear the filter</source>
        <translation>Cerrar o quitar el filtro</translation>
    </message>
    <message>
        <source>Next queue</source>
        <translation>Cola siguiente</translation>
    </message>
    <message>
        <source>Other candidate, gain or choice {n}</source>
        <translation>Otro candidato, dato u opción {n}</translation>
    </message>
    <message>
        <source>Other person</source>
        <translation>Otra persona</translation>
    </message>
    <message>
        <source>Same name only</source>
        <translation>Solo el mismo nombre</translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>Fallecido</translation>
    </message>
    <message>
        <source>Too old</source>
        <translation>Demasiado antiguo</translation>
    </message>
    <message>
        <source>Wrong county</source>
        <translation>Condado equivocado</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>Otro motivo</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptada</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazada</translation>
    </message>
    <message>
        <source>{decision} {when} by {who}. A, R or U decides again, S goes on, Z takes the last back.</source>
        <translation>{decision} {when} por {who}. A, R o U decide de nuevo, S sigue, Z retira la última.</translation>
    </message>
    <message>
        <source>Public record, row {row} of {file}</source>
        <translation>Registro público, fila {row} de {file}</translation>
    </message>
    <message>
        <source>and 1 more row</source>
        <translation>y 1 fila más</translation>
    </message>
    <message>
        <source>and {n} more rows</source>
        <translation>y {n} filas más</translation>
    </message>
    <message>
        <source>1 left</source>
        <translation>queda 1</translation>
    </message>
    <message>
        <source>{n} left</source>
        <translation>quedan {n}</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>por ciento</translation>
    </message>
    <message>
        <source>{name}{score}, {agree} agree, {differ} differ. {left}.</source>
        <translation>{name}{score}, {agree} coinciden, {differ} difieren. {left}.</translation>
    </message>
    <message>
        <source>Queue finished: {n} decided, {accepted} accepted. Undo last (Z) still works here.</source>
        <translation>Cola terminada: {n} decididas, {accepted} aceptadas. Deshacer la última (Z) aún funciona aquí.</translation>
    </message>
    <message>
        <source>A job is running; new leads appear here by themselves.</source>
        <translation>Hay un trabajo en marcha; las pistas nuevas aparecen aquí solas.</translation>
    </message>
    <message>
        <source>No lead waits; 1 is up for a second look.</source>
        <translation>No espera ninguna pista; 1 está para una segunda mirada.</translation>
    </message>
    <message>
        <source>No lead waits; {n} are up for a second look.</source>
        <translation>No espera ninguna pista; {n} están para una segunda mirada.</translation>
    </message>
    <message>
        <source>No leads yet. Import a public-record file; matches with your accounts appear here.</source>
        <translation>Aún no hay pistas. Importe un archivo de registros públicos; las coincidencias con sus cuentas aparecen aquí.</translation>
    </message>
    <message>
        <source>Import records</source>
        <translation>Importar registros</translation>
    </message>
    <message>
        <source>Second look</source>
        <translation>Segunda mirada</translation>
    </message>
    <message>
        <source>Show every lead</source>
        <translation>Mostrar todas las pistas</translation>
    </message>
    <message>
        <source>Highest value first</source>
        <translation>Primero las de más valor</translation>
    </message>
    <message>
        <source>Hardest first</source>
        <translation>Primero las más difíciles</translation>
    </message>
    <message>
        <source>By import</source>
        <translation>Por importación</translation>
    </message>
    <message>
        <source>By account</source>
        <translation>Por cuenta</translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>The vault is open read-only.</source>
        <translation>La bóveda está abierta solo para leer.</translation>
    </message>
    <message>
        <source>Match review</source>
        <translation>Revisar pistas</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} de {total}</translation>
    </message>
    <message>
        <source>about 1 min</source>
        <translation>1 min aprox.</translation>
    </message>
    <message>
        <source>about {n} min</source>
        <translation>{n} min aprox.</translation>
    </message>
    <message>
        <source>{decision} {name}; the score was {percent}.</source>
        <translation>{decision} {name}; la puntuación era {percent}.</translation>
    </message>
    <message>
        <source>0 of {total} leads are in this queue. Clear (Esc).</source>
        <translation>0 de {total} pistas están en esta cola. Quitar (Esc).</translation>
    </message>
    <message>
        <source>The reasons are in the clipboard, as text for a file note.</source>
        <translation>Los motivos están en el portapapeles, como texto para una nota.</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Space reasons · W view · D only differences · O open case · B blind · 1–9 others</source>
        <translation>Espacio motivos · W vista · D solo diferencias · O expediente · B ciego · 1–9 otros</translation>
    </message>
    <message>
        <source>Space W D O B · 1–9 others · ? keys</source>
        <translation>Espacio W D O B · 1–9 otros · ? teclas</translation>
    </message>
    <message>
        <source>Match review</source>
        <translation>Revisar pistas</translation>
    </message>
    <message>
        <source>Our case {number} · {client}</source>
        <translation>Nuestro expediente {number} · {client}</translation>
    </message>
    <message>
        <source>Reading the lead</source>
        <translation>Leyendo la pista</translation>
    </message>
    <message>
        <source>Blind mode: scores are hidden until you have decided.</source>
        <translation>Modo ciego: la puntuación se oculta hasta que decida.</translation>
    </message>
</context>
<context>
    <name>RivalsCard</name>
    <message>
        <source>Another strong lead contradicts this one</source>
        <translation>Otra pista fuerte contradice esta</translation>
    </message>
    <message>
        <source>It contradicts the accepted lead: {what}. At most one of them is the debtor.</source>
        <translation>Contradice la pista aceptada: {what}. A lo sumo una de ellas es el deudor.</translation>
    </message>
    <message>
        <source>They differ by {what}. At most one of them is the debtor.</source>
        <translation>Se diferencian en {what}. A lo sumo una de ellas es el deudor.</translation>
    </message>
    <message>
        <source>This lead</source>
        <translation>Esta pista</translation>
    </message>
</context>
<context>
    <name>RowsCard</name>
    <message>
        <source>Rows behind this lead</source>
        <translation>Filas detrás de esta pista</translation>
    </message>
    <message>
        <source>{file}, row {row}</source>
        <translation>{file}, fila {row}</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>con fecha de {day}</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>sin fecha</translation>
    </message>
    <message>
        <source>not in the newer edition</source>
        <translation>no está en la edición nueva</translation>
    </message>
    <message>
        <source>no birth fact: counts as a source, not in the score</source>
        <translation>sin dato de nacimiento: cuenta como fuente, no en la puntuación</translation>
    </message>
    <message>
        <source>proposed by {who} on {day}</source>
        <translation>propuesta por {who} el {day}</translation>
    </message>
    <message>
        <source>proposed by {who} on {day}; a match found it too</source>
        <translation>propuesta por {who} el {day}; una búsqueda de coincidencias también la encontró</translation>
    </message>
    <message>
        <source>One source: rows of one origin count once. The newest is first.</source>
        <translation>Una fuente: las filas de un mismo origen cuentan una vez. La más nueva va primero.</translation>
    </message>
    <message>
        <source>{n} sources: rows of one origin count once. The newest is first.</source>
        <translation>{n} fuentes: las filas de un mismo origen cuentan una vez. La más nueva va primero.</translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>Boundaries of the fields</source>
        <translation>Límites de los campos</translation>
    </message>
    <message>
        <source>Field {n} of {m}: characters {a} to {b}</source>
        <translation>Campo {n} de {m}: caracteres {a} a {b}</translation>
    </message>
</context>
<context>
    <name>SafetyCard</name>
    <message>
        <source>Safety</source>
        <translation>Seguridad</translation>
    </message>
    <message>
        <source>Back up now…</source>
        <translation>Hacer copia ahora…</translation>
    </message>
    <message>
        <source>Check every file now</source>
        <translation>Comprobar archivos ahora</translation>
    </message>
    <message>
        <source>Make another recovery key</source>
        <translation>Crear otra clave de recuperación</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Frase nueva</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>Frase nueva otra vez</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>La misma otra vez</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Cambiar la frase</translation>
    </message>
    <message>
        <source>passphrase</source>
        <translation>frase de contraseña</translation>
    </message>
    <message>
        <source>recovery key</source>
        <translation>clave de recuperación</translation>
    </message>
    <message>
        <source>Opened by: {list}</source>
        <translation>Se abre con: {list}</translation>
    </message>
    <message>
        <source>Where to put the backup</source>
        <translation>Dónde guardar la copia</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia de seguridad</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobación</translation>
    </message>
    <message>
        <source>{what} is running…</source>
        <translation>{what} en marcha…</translation>
    </message>
    <message>
        <source>Type the same new passphrase twice.</source>
        <translation>Escriba dos veces la misma frase nueva.</translation>
    </message>
    <message>
        <source>The passphrase was changed. Recovery keys stay as they are.</source>
        <translation>La frase se cambió. Las claves de recuperación no cambian.</translation>
    </message>
    <message>
        <source>Write this recovery key down now; it is shown once:</source>
        <translation>Anote ahora esta clave de recuperación; se muestra una sola vez:</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>munoz j 1984   “118 maple st” knoxville   865-555-0142   employer:acme      ( / )</source>
        <translation>munoz j 1984   “118 maple st” knoxville   865-555-0142   employer:acme      ( / )</translation>
    </message>
    <message>
        <source>or</source>
        <translation>o</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>All {n} of this list</source>
        <translation>Las {n} de esta lista</translation>
    </message>
    <message>
        <source>{n} marked</source>
        <translation>{n} marcadas</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Search the settings</source>
        <translation>Buscar en los ajustes</translation>
    </message>
    <message>
        <source>Search:  keys  lock  dark</source>
        <translation>Buscar:  teclas  bloqueo  idioma</translation>
    </message>
    <message>
        <source>No setting holds these words.</source>
        <translation>Ningún ajuste contiene estas palabras.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claros</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuros</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste alto</translation>
    </message>
    <message>
        <source>Text size in percent</source>
        <translation>Tamaño del texto en por ciento</translation>
    </message>
    <message>
        <source>Rows of tables</source>
        <translation>Filas de las tablas</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compactas</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normales</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>Amplias</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Language (from the next start)</source>
        <translation>Idioma (desde el próximo inicio)</translation>
    </message>
    <message>
        <source>Recent vaults</source>
        <translation>Bóvedas recientes</translation>
    </message>
    <message>
        <source>Offer recent vaults when unlocking</source>
        <translation>Ofrecer bóvedas recientes al abrir</translation>
    </message>
    <message>
        <source>Forget recent vaults</source>
        <translation>Olvidar bóvedas recientes</translation>
    </message>
    <message>
        <source>Setting changed.</source>
        <translation>Ajuste cambiado.</translation>
    </message>
    <message>
        <source>Recent vaults are forgotten.</source>
        <translation>Las bóvedas recientes se olvidaron.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Looking after promises</source>
        <translation>Revisando las promesas</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Single letters work while a list has the focus. Settings change every key.</source>
        <translation>Las letras solas funcionan con el foco en una lista. En Ajustes se cambia cada tecla.</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
</context>
<context>
    <name>StateStack</name>
    <message>
        <source>Loading</source>
        <translation>Cargando</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Ctrl+K commands  ·  ? keys</source>
        <translation>Ctrl+K órdenes  ·  ? teclas</translation>
    </message>
    <message>
        <source>Clipboard cleared in {seconds} s</source>
        <translation>El portapapeles se vacía en {seconds} s</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Guardado {time}</translation>
    </message>
    <message>
        <source>Undo  Ctrl+Z</source>
        <translation>Deshacer  Ctrl+Z</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>Deshacer: {what}</translation>
    </message>
</context>
<context>
    <name>StatusForm</name>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>Falta el motivo.</translation>
    </message>
    <message>
        <source>Say in a few words why.</source>
        <translation>Diga en pocas palabras por qué.</translation>
    </message>
</context>
<context>
    <name>StepHead</name>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>1 File</source>
        <translation>1 Archivo</translation>
    </message>
    <message>
        <source>2 Columns</source>
        <translation>2 Columnas</translation>
    </message>
    <message>
        <source>3 Check</source>
        <translation>3 Comprobar</translation>
    </message>
    <message>
        <source>4 Import</source>
        <translation>4 Importar</translation>
    </message>
</context>
<context>
    <name>TagsForm</name>
    <message>
        <source>Assignee and tags</source>
        <translation>Encargado y etiquetas</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Asignada a</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>separadas por comas</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
</context>
<context>
    <name>TargetPicker</name>
    <message>
        <source>What the column stands for</source>
        <translation>Qué significa la columna</translation>
    </message>
    <message>
        <source>Type to narrow</source>
        <translation>Escriba para acotar</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Destinos</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Pinned</source>
        <translation>Fijadas</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>fijada</translation>
    </message>
</context>
<context>
    <name>TimelineTab</name>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Filter the timeline</source>
        <translation>Filtrar la cronología</translation>
    </message>
    <message>
        <source>Filter: words, who</source>
        <translation>Filtro: palabras, quién</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Fijar</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Corregir</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>Desplegar</translation>
    </message>
    <message>
        <source>Close the entry</source>
        <translation>Cerrar la entrada</translation>
    </message>
    <message>
        <source>Show all entries</source>
        <translation>Mostrar todas las entradas</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 entrada</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} entradas</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} de {all}</translation>
    </message>
    <message>
        <source>Nothing happened yet. Log a contact (C) or a locate attempt (L).</source>
        <translation>Aún no pasó nada. Registre un contacto (C) o un intento de localización (L).</translation>
    </message>
    <message>
        <source>No entry matches. Show all with 1, clear the words with Esc.</source>
        <translation>Ninguna entrada coincide. Muestre todas con 1, quite las palabras con Esc.</translation>
    </message>
    <message>
        <source>Cost: {amount}</source>
        <translation>Costo: {amount}</translation>
    </message>
    <message>
        <source>nothing more</source>
        <translation>nada más</translation>
    </message>
    <message>
        <source>Opened read-only</source>
        <translation>Abierta solo para leer</translation>
    </message>
    <message>
        <source>Choose an entry first</source>
        <translation>Elija antes una entrada</translation>
    </message>
    <message>
        <source>Only what a person recorded, and still counts, is corrected here</source>
        <translation>Aquí solo se corrige lo que registró una persona y sigue contando</translation>
    </message>
</context>
<context>
    <name>UndoLog</name>
    <message>
        <source>Undoing</source>
        <translation>Deshaciendo</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Locate Workbench</source>
        <translation>Locate Workbench</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>Bóveda</translation>
    </message>
    <message>
        <source>Passphrase or recovery key</source>
        <translation>Frase o clave de recuperación</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose the folder of a vault</source>
        <translation>Elegir la carpeta de una bóveda</translation>
    </message>
    <message>
        <source>&amp;Vault</source>
        <translation>&amp;Bóveda</translation>
    </message>
    <message>
        <source>Make a new vault</source>
        <translation>Crear una bóveda</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurar una copia</translation>
    </message>
    <message>
        <source>Try it with invented people</source>
        <translation>Probar con personas inventadas</translation>
    </message>
    <message>
        <source>Nothing ever leaves this computer: the program opens no network connection.</source>
        <translation>Nada sale de esta computadora: el programa no abre ninguna conexión de red.</translation>
    </message>
    <message>
        <source>{name} (not there now)</source>
        <translation>{name} (ahora no está)</translation>
    </message>
    <message>
        <source>The folder of a vault</source>
        <translation>La carpeta de una bóveda</translation>
    </message>
    <message>
        <source>Checking (about 1 second)</source>
        <translation>Comprobando (1 segundo aprox.)</translation>
    </message>
    <message>
        <source>Opens when the job is done</source>
        <translation>Se abre al terminar el trabajo</translation>
    </message>
    <message>
        <source>Open it read-only</source>
        <translation>Abrirla solo para leer</translation>
    </message>
    <message>
        <source>Open with the header&apos;s copy</source>
        <translation>Abrir con la copia del encabezado</translation>
    </message>
    <message>
        <source>Restore the newest backup ({when})</source>
        <translation>Restaurar la copia más reciente ({when})</translation>
    </message>
    <message>
        <source>Unlock in {n} s</source>
        <translation>Desbloquear en {n} s</translation>
    </message>
</context>
<context>
    <name>UnlockScreen</name>
    <message>
        <source>Locked. What you were typing is kept.</source>
        <translation>Bloqueado. Lo que estaba escribiendo se conserva.</translation>
    </message>
    <message>
        <source>An empty folder for the demonstration</source>
        <translation>Una carpeta vacía para la demostración</translation>
    </message>
    <message>
        <source>Building the demonstration (about half a minute)</source>
        <translation>Creando la demostración (medio minuto aprox.)</translation>
    </message>
    <message>
        <source>The backup was restored and checked. Unlock it.</source>
        <translation>La copia se restauró y se comprobó. Desbloquéela.</translation>
    </message>
</context>
<context>
    <name>ViewChips</name>
    <message>
        <source>Views</source>
        <translation>Vistas</translation>
    </message>
</context>
<context>
    <name>WaterfallChart</name>
    <message>
        <source>Reasons as bars</source>
        <translation>Motivos en barras</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>review ≥ {bits}</source>
        <translation>revisar ≥ {bits}</translation>
    </message>
</context>
<context>
    <name>WeightsCard</name>
    <message>
        <source>Matching</source>
        <translation>Cotejo</translation>
    </message>
    <message>
        <source>The weights say how much each agreement counts. Decisions on leads can propose other weights; nothing changes until you apply them.</source>
        <translation>Los pesos dicen cuánto cuenta cada coincidencia. Las decisiones sobre pistas pueden proponer otros pesos; nada cambia hasta que los aplique.</translation>
    </message>
    <message>
        <source>Estimate from decisions…</source>
        <translation>Estimar con las decisiones…</translation>
    </message>
    <message>
        <source>Apply the proposal</source>
        <translation>Aplicar la propuesta</translation>
    </message>
    <message>
        <source>Reset to the program&apos;s weights</source>
        <translation>Volver a los pesos originales</translation>
    </message>
    <message>
        <source>Match the library again</source>
        <translation>Cotejar de nuevo la biblioteca</translation>
    </message>
    <message>
        <source>Report of the estimate</source>
        <translation>Informe de la estimación</translation>
    </message>
    <message>
        <source>Estimating…</source>
        <translation>Estimando…</translation>
    </message>
    <message>
        <source>Estimating weights from decisions</source>
        <translation>Estimando los pesos con las decisiones</translation>
    </message>
    <message>
        <source>Matching uses the proposed weights from now on. Leads that wait keep their score until the library is matched again. The change is recorded, and Reset takes it back.</source>
        <translation>Desde ahora el cotejo usa los pesos propuestos. Las pistas en espera conservan su puntuación hasta que se coteje de nuevo la biblioteca. El cambio queda registrado y Restablecer lo deshace.</translation>
    </message>
    <message>
        <source>Apply the proposal?</source>
        <translation>¿Aplicar la propuesta?</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Matching uses the weights that came with the program from now on.</source>
        <translation>Desde ahora el cotejo usa los pesos que vienen con el programa.</translation>
    </message>
    <message>
        <source>Reset the weights?</source>
        <translation>¿Restablecer los pesos?</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Matching…</source>
        <translation>Cotejando…</translation>
    </message>
    <message>
        <source>Matching the library again</source>
        <translation>Cotejando de nuevo la biblioteca</translation>
    </message>
    <message>
        <source>1 lead waits, scored with the weights in use.</source>
        <translation>1 pista en espera, puntuada con los pesos en uso.</translation>
    </message>
    <message>
        <source>{n} leads wait, scored with the weights in use.</source>
        <translation>{n} pistas en espera, puntuadas con los pesos en uso.</translation>
    </message>
</context>
<context>
    <name>WhereCard</name>
    <message>
        <source>Where the person is</source>
        <translation>Dónde está la persona</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Certeza</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Visto hasta</translation>
    </message>
    <message>
        <source>Best contact points</source>
        <translation>Mejores datos de contacto</translation>
    </message>
    <message>
        <source>No usable contact point: start a locate (L).</source>
        <translation>Ningún dato de contacto utilizable: empiece una localización (L).</translation>
    </message>
    <message>
        <source>{rung}: reached</source>
        <translation>{rung}: alcanzado</translation>
    </message>
    <message>
        <source>{rung}: not reached</source>
        <translation>{rung}: no alcanzado</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>blue adds, striped orange subtracts; +1 doubles the odds</source>
        <translation>el azul suma, el naranja rayado resta; +1 dobla la razón</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the reasons as text</source>
        <translation>Copiar los motivos como texto</translation>
    </message>
    <message>
        <source>The score is hidden until you have decided (B).</source>
        <translation>La puntuación se oculta hasta que decida (B).</translation>
    </message>
    <message>
        <source>Limit: {why}.</source>
        <translation>Límite: {why}.</translation>
    </message>
    <message>
        <source>Why {percent}?</source>
        <translation>¿Por qué {percent}?</translation>
    </message>
</context>
<context>
    <name>WhySentence</name>
    <message>
        <source>Reasons in words</source>
        <translation>Motivos en palabras</translation>
    </message>
    <message>
        <source>Weights version {version}.</source>
        <translation>Versión de los pesos: {version}.</translation>
    </message>
</context>
<context>
    <name>WhyTable</name>
    <message>
        <source>Reasons as a table</source>
        <translation>Motivos en tabla</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparación</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>as a relative</source>
        <translation>como pariente</translation>
    </message>
</context>
<context>
    <name>WithdrawForm</name>
    <message>
        <source>Withdraw the promise</source>
        <translation>Retirar la promesa</translation>
    </message>
    <message>
        <source>Withdraw promise</source>
        <translation>Retirar promesa</translation>
    </message>
    <message>
        <source>Why, in a few words</source>
        <translation>Por qué, en pocas palabras</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>No promise is chosen.</source>
        <translation>No hay ninguna promesa elegida.</translation>
    </message>
    <message>
        <source>Choose one of the board.</source>
        <translation>Elija una del tablero.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>New</source>
        <translation>Nueva</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Ilocalizado</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Promesa</translation>
    </message>
    <message>
        <source>Broken promise</source>
        <translation>Promesa incumplida</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Plan behind</source>
        <translation>Plan atrasado</translation>
    </message>
    <message>
        <source>Returned payment</source>
        <translation>Pago devuelto</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>Disputada</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validación</translation>
    </message>
    <message>
        <source>Cease</source>
        <translation>Cese</translation>
    </message>
    <message>
        <source>Attorney</source>
        <translation>Abogado</translation>
    </message>
    <message>
        <source>Bankruptcy</source>
        <translation>Quiebra</translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>Fallecido</translation>
    </message>
    <message>
        <source>Military</source>
        <translation>Militar</translation>
    </message>
    <message>
        <source>Hardship</source>
        <translation>Penuria</translation>
    </message>
    <message>
        <source>Legal</source>
        <translation>Legal</translation>
    </message>
    <message>
        <source>Judgment</source>
        <translation>Sentencia</translation>
    </message>
    <message>
        <source>Garnishment</source>
        <translation>Embargo</translation>
    </message>
    <message>
        <source>Paid in full</source>
        <translation>Pagada</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Transigida</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Devuelta</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>Castigada</translation>
    </message>
    <message>
        <source>Time-barred</source>
        <translation>Prescrita</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Fuerte</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Relative</source>
        <translation>Pariente</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>Débil</translation>
    </message>
    <message>
        <source>Debtor</source>
        <translation>Deudor</translation>
    </message>
    <message>
        <source>Co-debtor</source>
        <translation>Codeudor</translation>
    </message>
    <message>
        <source>Spouse</source>
        <translation>Cónyuge</translation>
    </message>
    <message>
        <source>Associate</source>
        <translation>Allegado</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Empleador</translation>
    </message>
    <message>
        <source>Landlord</source>
        <translation>Arrendador</translation>
    </message>
    <message>
        <source>Neighbour</source>
        <translation>Vecino</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En línea</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>Sin verificar</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bueno</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Equivocado</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Desconectado</translation>
    </message>
    <message>
        <source>Returned mail</source>
        <translation>Correo devuelto</translation>
    </message>
    <message>
        <source>Vacant</source>
        <translation>Desocupado</translation>
    </message>
    <message>
        <source>Do not call</source>
        <translation>No llamar</translation>
    </message>
    <message>
        <source>Consent revoked</source>
        <translation>Consentimiento retirado</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Retirado</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>Disputa</translation>
    </message>
    <message>
        <source>Inconvenient time</source>
        <translation>Hora inoportuna</translation>
    </message>
    <message>
        <source>Inconvenient place</source>
        <translation>Lugar inoportuno</translation>
    </message>
    <message>
        <source>Opt-out</source>
        <translation>Baja del canal</translation>
    </message>
    <message>
        <source>Identity theft</source>
        <translation>Robo de identidad</translation>
    </message>
</context>
<context>
    <name>Worklist</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Saldo</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Next action</source>
        <translation>Próxima acción</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Pistas</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Creditor</source>
        <translation>Acreedor</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ciudad</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado (EE. UU.)</translation>
    </message>
    <message>
        <source>ZIP</source>
        <translation>Código postal</translation>
    </message>
    <message>
        <source>Promise due</source>
        <translation>Vence la promesa</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Asignada a</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Última actividad</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Recibida</translation>
    </message>
    <message>
        <source>{name}, account {number}, {balance}, {status}, next {next} {due}, {leads} leads</source>
        <translation>{name}, cuenta {number}, {balance}, {status}, próximo {next} {due}, {leads} pistas</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Con retraso</translation>
    </message>
    <message>
        <source>Skips</source>
        <translation>Ilocalizados</translation>
    </message>
    <message>
        <source>Promises due</source>
        <translation>Promesas que vencen</translation>
    </message>
    <message>
        <source>Broken promises</source>
        <translation>Promesas incumplidas</translation>
    </message>
    <message>
        <source>Leads waiting</source>
        <translation>Con pistas</translation>
    </message>
    <message>
        <source>No next action</source>
        <translation>Sin próxima acción</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>Todas las abiertas</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Promesa</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Remove tag</source>
        <translation>Quitar etiqueta</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Asignar</translation>
    </message>
    <message>
        <source>Leave out today</source>
        <translation>Dejar fuera hoy</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Start working</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Guardar vista</translation>
    </message>
    <message>
        <source>Remove this view</source>
        <translation>Quitar esta vista</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Export these</source>
        <translation>Exportar estas</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Filtrar la lista</translation>
    </message>
    <message>
        <source>Show what was left out</source>
        <translation>Mostrar lo que se dejó fuera</translation>
    </message>
    <message>
        <source>No account is listed.</source>
        <translation>No hay ninguna cuenta en la lista.</translation>
    </message>
    <message>
        <source>The vault is open read-only.</source>
        <translation>La bóveda está abierta solo para leer.</translation>
    </message>
    <message>
        <source>This is no saved view.</source>
        <translation>Esta no es una vista guardada.</translation>
    </message>
    <message>
        <source>Nothing was left out today.</source>
        <translation>Hoy no se dejó nada fuera.</translation>
    </message>
    <message>
        <source>Left out of the list for today; nothing else was changed.</source>
        <translation>Fuera de la lista por hoy; no se cambió nada más.</translation>
    </message>
    <message>
        <source>{what} for {n} accounts</source>
        <translation>{what} para {n} cuentas</translation>
    </message>
    <message>
        <source>{words}. Left out: {n}: {which}</source>
        <translation>{words}. Fuera: {n}: {which}</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Guardar esta vista</translation>
    </message>
    <message>
        <source>View saved.</source>
        <translation>Vista guardada.</translation>
    </message>
    <message>
        <source>Export accounts (the file is not encrypted)</source>
        <translation>Exportar cuentas (el archivo no va cifrado)</translation>
    </message>
    <message>
        <source>1 account written. The file is not encrypted.</source>
        <translation>1 cuenta escrita. El archivo no está cifrado.</translation>
    </message>
    <message>
        <source>{n} accounts written. The file is not encrypted.</source>
        <translation>{n} cuentas escritas. El archivo no va cifrado.</translation>
    </message>
</context>
<context>
    <name>WorklistHeader</name>
    <message>
        <source>Worklist</source>
        <translation>Lista de trabajo</translation>
    </message>
</context>
<context>
    <name>WorklistScreen</name>
    <message>
        <source>Worklist</source>
        <translation>Lista de trabajo</translation>
    </message>
    <message>
        <source>Reading the worklist</source>
        <translation>Leyendo la lista de trabajo</translation>
    </message>
    <message>
        <source>No accounts yet. Import a placement file to begin.</source>
        <translation>Aún no hay cuentas. Importe un archivo de asignación para empezar.</translation>
    </message>
    <message>
        <source>0 of {total} match “{line}”. Clear the filter to see all (Esc in the filter line).</source>
        <translation>0 de {total} cumplen «{line}». Quite el filtro para verlas todas (Esc en la línea del filtro).</translation>
    </message>
    <message>
        <source>1 account</source>
        <translation>1 cuenta</translation>
    </message>
    <message>
        <source>{n} accounts</source>
        <translation>{n} cuentas</translation>
    </message>
    <message>
        <source> · {n} left out today</source>
        <translation> · {n} fuera hoy</translation>
    </message>
</context>
<context>
    <name>WorklistTable</name>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
</context>
<context>
    <name>_AmountForm</name>
    <message>
        <source>1,234.50</source>
        <translation>1,234.50</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Monto</translation>
    </message>
    <message>
        <source>Pays the balance</source>
        <translation>Paga el saldo</translation>
    </message>
    <message>
        <source>Pays the balance: {amount}</source>
        <translation>Paga el saldo: {amount}</translation>
    </message>
</context>
<context>
    <name>_OfPoint</name>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
</TS>
