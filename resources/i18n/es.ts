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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no way to keep a window out of screen captures.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdjustmentForm</name>
    <message>
        <source>Adjust the balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save adjustment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower what is owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise what is owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,234.50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why, in a few words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a payment is spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Asking</name>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuditScreen</name>
    <message>
        <source>Audit entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Filter:  import  unlock  2026-11</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export audit entries (the file is not encrypted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} entries written. The file is not encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verified to entry {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entry holds “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BalanceCard</name>
    <message>
        <source>Balance by part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not split</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you started goes on; the vault opens when it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you started goes on ({n} %); the vault opens when it is done.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corroborated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right party confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no address or employer that is not known to be bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one source says so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two independent sources say so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody checked it and marked it good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the right person was reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not usable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rung} · {sources}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, row {row}</source>
        <translation type="unfinished">{file}, fila {row}</translation>
    </message>
    <message>
        <source>{day} (recorded)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Employers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Negotiation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restriction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact and notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrected by a newer entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter-offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>Fallecido</translation>
    </message>
    <message>
        <source>Located: {rung}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 lead waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} leads wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not located: {rung}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{years} years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No next action: set one (S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: {action}, {day}</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what happened or what you found.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseScreen</name>
    <message>
        <source>Parts of the case file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People &amp;&amp; contact points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Pistas</translation>
    </message>
    <message>
        <source>Negotiation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records</source>
        <translation type="unfinished">Registros</translation>
    </message>
    <message>
        <source>Open the worklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case file</source>
        <translation>Expediente</translation>
    </message>
    <message>
        <source>This case was not opened from a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the end of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case is open. Open one from the worklist with Enter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChargeForm</name>
    <message>
        <source>Add a fee, cost or interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,234.50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What for, and by which right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Rows that cannot be taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row can be taken.</source>
        <translation type="unfinished"></translation>
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
        <source>{n} repeats</source>
        <translation>{n} repetidas</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as: {values}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {m} rows shown are filled, {d} different values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leading zeros are kept: numbers like these are read as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This column is not read.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Reached at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of those on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the contact point says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came of it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an outcome.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CorrectForm</name>
    <message>
        <source>Correct an entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instead</source>
        <translation type="unfinished"></translation>
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
        <translation>Fortaleza: {label}. Cien ordenadores rápidos necesitarían {time}.</translation>
    </message>
</context>
<context>
    <name>DateEdit</name>
    <message>
        <source>No date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no date</source>
        <translation type="unfinished">sin fecha</translation>
    </message>
</context>
<context>
    <name>DescribeForm</name>
    <message>
        <source>Label and consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>home, work, cell …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>landline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wireless</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voice over internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they agreed to, when and how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Forms of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Locate attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Negotiation note</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened read-only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailsCard</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} of {name} ({role})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As given: {raw}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{status} since {day}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked by {who}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right party reached here {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line: {line}; consent: {consent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 independent source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} independent sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{origins}; first seen {first}, last seen {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>Fallecido</translation>
    </message>
    <message>
        <source>Also known as {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SSN ends {digits}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said by {source}</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forms of the documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No documents yet. Attach a file, or drop one here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a document first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not opened from here: opening it could run a program. Export it instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attaching a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program of this computer opens files of this type. Export it instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exported file is not encrypted, and the case records the export. Export it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation type="unfinished"></translation>
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
    <name>Ego</name>
    <message>
        <source>People and places around this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linked by {source}, {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EgoCard</name>
    <message>
        <source>People and places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who or where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People and places as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody and no place is linked to this person by any source yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} more are on the tab People &amp; contact points.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>Close form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not an amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it as 1,234.50.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An amount is needed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>Kind of file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts (placement file)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Client, for rows that name none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose of use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose: debt collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose: legal process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose: research</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edition of an earlier file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer edition updates its leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {m} columns read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognised: {layout}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your layout {name} is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your saved mapping is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The headings have changed a little: look it through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guessed from the headings: look it through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported {when}: {n} rows would repeat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>Drop a file here, or choose one. Nothing is written before the last step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placement files (CSV, XLSX), public records and vendor returns; zip, gzip, DBF, fixed width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imports so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was imported yet.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays: {action}, {day}</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: {action}, {day}. Save again to take it, or change it.</source>
        <translation type="unfinished"></translation>
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
        <translation>1 día de retraso</translation>
    </message>
    <message>
        <source>overdue {n} days</source>
        <translation>{n} días de retraso</translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About, licences</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished">Formato</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado (EE. UU.)</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the change did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chain not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: who, what, why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this change did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone by {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Chain broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history of this case was altered: {fault}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chain verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all} changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change matches this filter. Clear it with Esc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a change first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is undone already; undo change {n} to do it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be taken back</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mapping saved: files with these headings are read so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name}: such files are read so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This very file was imported before: its rows would repeat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import it again</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import and find matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>A file to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written yet. Reading the whole file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault is open read-only.</source>
        <translation>La bóveda está abierta solo para leer.</translation>
    </message>
    <message>
        <source>The dry run is not finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written yet. {words}</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished">Registros</translation>
    </message>
    <message>
        <source>Rows not taken…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo this import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It took every row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was undone already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault is open read-only.</source>
        <translation>La bóveda está abierta solo para leer.</translation>
    </message>
    <message>
        <source>Match changed accounts again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching changed accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows not taken (the file is not encrypted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} rows written. The file is not encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its {n} rows, their key and its pending candidates go. What you accepted stays in its case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} accounts are destroyed for good; {kept} are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undoing the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {n} candidates are gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted before and kept: {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {n} accounts are gone, {kept} kept.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of the match review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys to their defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match review:</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayoutRows</name>
    <message>
        <source>Accounts</source>
        <translation type="unfinished">Cuentas</translation>
    </message>
    <message>
        <source>Records</source>
        <translation type="unfinished">Registros</translation>
    </message>
    <message>
        <source>{n} of {m} read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished">Formato</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished">Columnas</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayoutsBox</name>
    <message>
        <source>Your own layouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name of the layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete layout…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault is open read-only.</source>
        <translation type="unfinished">La bóveda está abierta solo para leer.</translation>
    </message>
    <message>
        <source>There is no layout of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of this layout are then no longer recognised. What was imported stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation type="unfinished"></translation>
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
        <translation>Una pista de este caso espera.</translation>
    </message>
    <message>
        <source>No record imported so far may be about this case&apos;s people.</source>
        <translation>Ningún registro importado hasta ahora parece tratar de las personas de este expediente.</translation>
    </message>
    <message>
        <source>No lead of this case waits.</source>
        <translation>Ninguna pista de este caso espera.</translation>
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
        <translation type="unfinished">Nombre</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacido</translation>
    </message>
    <message>
        <source>Why it was found</source>
        <translation>Por qué apareció</translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished">Dirección</translation>
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
        <translation type="unfinished">Empleador</translation>
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
        <translation type="unfinished">Archivo</translation>
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
        <translation type="unfinished">{file}, fila {row}</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation type="unfinished">con fecha de {day}</translation>
    </message>
    <message>
        <source>imported {when} for {purpose}</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished">{n} personas</translation>
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
        <translation>Abierto solo para leer: las búsquedas no constan en la auditoría.</translation>
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
        <translation>Leyendo el caso</translation>
    </message>
    <message>
        <source>Searching for the debtor of account {number}.</source>
        <translation>Se busca al deudor de la cuenta {number}.</translation>
    </message>
    <message>
        <source>Searching for the debtor of a case.</source>
        <translation>Se busca al deudor de un caso.</translation>
    </message>
    <message>
        <source>Back to the case</source>
        <translation>Volver al caso</translation>
    </message>
    <message>
        <source>This search is not for a case.</source>
        <translation>Esta búsqueda no es para un caso.</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift restriction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it no longer holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No restriction is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LocateForm</name>
    <message>
        <source>Locate attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Looked in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0.00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came of it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an outcome.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LockingCard</name>
    <message>
        <source>Locking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes without input until the vault locks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds until the clipboard is cleared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock when the computer sleeps, its screen locks or its user changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock after (minutes without input)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear what was copied after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you were typing is kept, and you come back to the same place.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>how that is known; needed for a bad status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{flag} since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No next action</source>
        <translation>Sin próxima acción</translation>
    </message>
    <message>
        <source>Next action overdue since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} leads to decide (Alt+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statute ran out {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statute runs out {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>Placed</source>
        <translation>Recibida</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACH transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wire transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid to the client</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forms of the ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adjust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fee or cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an entry first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only payments, adjustments and charges are reversed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is reversed already</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NearModel</name>
    <message>
        <source>Score</source>
        <translation type="unfinished">Puntos</translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished">Registro</translation>
    </message>
    <message>
        <source>What speaks against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File and row</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished">Nuestro expediente</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter-offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptada</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In grace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partly kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day of grace left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} days of grace left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {n} days</source>
        <translation>en {n} días</translation>
    </message>
    <message>
        <source>{paid} + {late} late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By {name} ({role})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the debtor&apos;s side</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NegotiationNoteForm</name>
    <message>
        <source>Negotiation note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Where they stand, in their words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they offer instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter-offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was agreed to happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where they stand.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NegotiationTab</name>
    <message>
        <source>Promises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negotiation notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No offer yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No promise yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No negotiation note yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negotiation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forms of the negotiation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Promesa</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter-offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Accept offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decline offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing may be offered or promised now: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is owed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to an open offer first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to an open offer or promise first</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to happen next?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say it in a few words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteForm</name>
    <message>
        <source>Negotiation note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they can and want to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they offer instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter-offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens next, and when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>{share} of the balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made {made} · no end day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made {made} · ends {ends}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferCards</name>
    <message>
        <source>Offers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferForm</name>
    <message>
        <source>Offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions, how it was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Counter-offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Us</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,234.50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check number, receipt …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>Costs, fees, interest, principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole balance: {amount}</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it stands on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label, consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SSN digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who, what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is on file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a contact point first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is retired already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No SSN digits are on file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Ada Lindqvist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who said so, and how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one to a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also known as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born</source>
        <translation type="unfinished">Nacido</translation>
    </message>
    <message>
        <source>four digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SSN, last four digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>Fallecido</translation>
    </message>
    <message>
        <source>Life</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add person</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who said so, and how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of</source>
        <translation>De</translation>
    </message>
    <message>
        <source>home, work, cell …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what they agreed to, and when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>12 Maple St, Apt 4, Springfield IL 62704</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the firm&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>profile or site</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PositionCard</name>
    <message>
        <source>Where they stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Saldo</translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last counter-offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount}, {share} of the balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing noted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>Rows of the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemRows</name>
    <message>
        <source>Row {n}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished">Fila</translation>
    </message>
    <message>
        <source>Why it cannot be taken</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromiseForm</name>
    <message>
        <source>Promise to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days of grace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>To come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>No open promise.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding: as found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delimiter: as found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delimiter: comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delimiter: semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delimiter: tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delimiter: pipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header: as found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header: line {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates: from the values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates: month day year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates: day month year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates: year month day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, to save it as your own</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordDesk</name>
    <message>
        <source>Open case</source>
        <translation type="unfinished">Abrir el expediente</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished">Copiar</translation>
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
        <translation type="unfinished">Fallecido</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} more rows</source>
        <translation type="unfinished">y {n} filas más</translation>
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
        <translation>Abre la bóveda si se pierde la frase. Se muestra una vez y no se guarda en ninguna parte. Imprímala y téngala lejos de este ordenador.</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no longer shown. Its bytes stay in the case file, and this can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why, in a few words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a row of the list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Residence</name>
    <message>
        <source>Residence timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{address}: {first} to {last}, said by {sources}; {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlap {first} to {last}: {one} and {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both said for {first}: {one} and {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing known {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 address without a source that counts is not drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} addresses without a source that counts are not drawn.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResidenceCard</name>
    <message>
        <source>Residence timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● dated by the source   ■ recorded that day   hatched: nothing known   dashed: today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Residence timeline as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No address with a source is on file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} more overlaps</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestrictionForm</name>
    <message>
        <source>Record a restriction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save restriction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In their own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came in writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mon, Tue …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attorney&apos;s name</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Court</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Died on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact of the estate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On duty from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On duty until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestrictionsPanel</name>
    <message>
        <source>Flags and restrictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a restriction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restrictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forms of the restrictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing limits contact now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lifted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Progress of the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can work elsewhere meanwhile; the status bar shows how far it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{leads} ready: start the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported. No new candidates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} rows read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} accounts added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} taken ({p} people)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} repeats</source>
        <translation>{n} repetidas</translation>
    </message>
    <message>
        <source>{n} not taken</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RetireForm</name>
    <message>
        <source>Retire contact point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is out of use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReversalForm</name>
    <message>
        <source>Reverse an entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save reversal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment came back unpaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why, in a few words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} of {day}: {amount} {part}. All parts of one payment go back together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entry is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a row of the ledger.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field {n} of {m}: characters {a} to {b}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SafetyCard</name>
    <message>
        <source>Safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check every file now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make another recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>La misma otra vez</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened by: {list}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to put the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia de seguridad</translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} is running…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the same new passphrase twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase was changed. Recovery keys stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write this recovery key down now; it is shown once:</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search:  keys  lock  dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting holds these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste alto</translation>
    </message>
    <message>
        <source>Text size in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language (from the next start)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent vaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer recent vaults when unlocking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget recent vaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent vaults are forgotten.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in a few words why.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 Import</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagsForm</name>
    <message>
        <source>Assignee and tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Asignada a</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineTab</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: words, who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing happened yet. Log a contact (C) or a locate attempt (L).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No entry matches. Show all with 1, clear the words with Esc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an entry first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what a person recorded, and still counts, is corrected here</source>
        <translation type="unfinished"></translation>
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
        <translation>Nada sale de este ordenador: el programa no abre ninguna conexión de red.</translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights say how much each agreement counts. Decisions on leads can propose other weights; nothing changes until you apply them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate from decisions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply the proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset to the program&apos;s weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match the library again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report of the estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimating weights from decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching uses the proposed weights from now on. Leads that wait keep their score until the library is matched again. The change is recorded, and Reset takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply the proposal?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching uses the weights that came with the program from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the weights?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching the library again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} leads wait, scored with the weights in use.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhereCard</name>
    <message>
        <source>Where the person is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best contact points</source>
        <translation>Mejores datos de contacto</translation>
    </message>
    <message>
        <source>No usable contact point: start a locate (L).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rung}: reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rung}: not reached</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw promise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why, in a few words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No promise is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the board.</source>
        <translation type="unfinished"></translation>
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
        <translation>Saltar</translation>
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
        <translation>Correo electrónico</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pays the balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pays the balance: {amount}</source>
        <translation type="unfinished"></translation>
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
